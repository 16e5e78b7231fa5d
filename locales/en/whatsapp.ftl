# WhatsApp: what is only there
whatsapp-choose = Choose
whatsapp-your-choice = What do you choose?
whatsapp-number = Answer with the number, or with the words.
whatsapp-numbers = Answer with one or more numbers, separated by commas.

# The words that stop and start, written alone, beside those of /stop and /resume
whatsapp-stop-words = stopall, stop all, end, revoke, optout, opt out, that’s enough
whatsapp-start-words = subscribe

# The templates that WhatsApp approves, for those who have not written for a day
whatsapp-template-request = Hello! A member of your community is looking for a hand, and thought of you. Tap the button to see the request, whenever you like.
whatsapp-template-reminder = Hello! A request is still waiting for your answer. Yes, no, later: all are fine. Tap the button to see it.
whatsapp-template-news = Hello! There is news for you in your community. Tap the button to read it.
whatsapp-template-follow-up = Hello! You were introduced to someone a few days ago. Tap the button to tell us how it went.
whatsapp-template-gathering = Hello! It is about a gathering of your community. Tap the button to see which, whenever you like.
whatsapp-template-team = Hello! A message from the community is waiting for the team. Tap the button to read it.
whatsapp-template-see = See it

# The command line
cli-invite = Prints the link and the QR code by which people reach you
cli-invite-platform = The platform: whatsapp
cli-invite-unknown = There is no invitation for “{ $platform }”. What there is: whatsapp.
cli-invite-sandbox = This is Twilio’s sandbox: it takes nobody who has not sent it “join …” first, with the two words that stand on its page in Twilio’s console. Send people these words with the link.
whatsapp-hello = Hello
cli-templates = The templates that WhatsApp has to approve
cli-templates-list = Shows the templates that are needed, in each language
cli-templates-submit = Sends those that are missing for approval
cli-templates-again = Also those that were rejected, under a new name
cli-templates-check = Says where each of them stands
template-line = { $name } ({ $locale }): { $status }
template-status-missing = not submitted yet
template-status-received = received by Twilio
template-status-pending = being looked at by WhatsApp
template-status-approved = approved
template-status-rejected = rejected ({ $reason }). What helps: docs/connect-whatsapp.md, 5; then: passerelle templates submit --again
template-status-other = “{ $status }”; see Twilio’s console
cli-whatsapp-missing = WhatsApp is not connected. Fill in PASSERELLE_WHATSAPP_… in .env, as docs/connect-whatsapp.md explains.
cli-whatsapp-refused = Twilio has refused ({ $why }). Run: passerelle doctor

# The doctor
doctor-whatsapp-no-account = WhatsApp is not connected: PASSERELLE_WHATSAPP_ACCOUNT_SID is missing. It is on the first page of Twilio’s console (docs/connect-whatsapp.md, 1).
doctor-whatsapp-account-ok = WhatsApp: the Twilio account answers
doctor-whatsapp-account-wrong = WhatsApp: Twilio refuses this account ({ $why }). Check ACCOUNT_SID and AUTH_TOKEN.
doctor-whatsapp-unreachable = WhatsApp: Twilio does not answer ({ $why }). Check this machine’s connection.
doctor-whatsapp-number-ok = WhatsApp: { $number } is a number of this account
doctor-whatsapp-number-wrong = WhatsApp: { $number } is no WhatsApp number of this account. Correct PASSERELLE_WHATSAPP_NUMBER.
doctor-whatsapp-number-offline = WhatsApp: Twilio says of the number “{ $status }”, which is not online: nothing comes or goes. Its page in the console says why (Messaging → Senders → WhatsApp senders).
doctor-whatsapp-webhook-ok = WhatsApp: { $url } answers and checks signatures
doctor-whatsapp-webhook-wrong = WhatsApp: { $url } has not answered as it should ({ $why }). The bot must be running, and PUBLIC_URL lead to it.
doctor-whatsapp-signature-wrong = WhatsApp: { $url } refuses a good signature. PUBLIC_URL and AUTH_TOKEN must be the same here and for the running bot.
doctor-whatsapp-another-wrong = WhatsApp: behind { $url } runs a bot for another account or number. ACCOUNT_SID and NUMBER must be the same here and for that one: restart it.
doctor-whatsapp-plain-wrong = WhatsApp: PUBLIC_URL must begin with https, or everybody can read along the way.
doctor-whatsapp-sandbox = WhatsApp: this is Twilio’s sandbox. Whom it calls can’t be asked: set { $url } in “Sandbox settings”. It takes no templates of yours; after a day of silence, messages wait until the person writes.
doctor-whatsapp-inbound-ok = WhatsApp: Twilio calls { $url } when somebody writes
doctor-whatsapp-inbound-missing = WhatsApp: Twilio calls nobody when somebody writes. Set { $url } in the sender’s settings (docs/connect-whatsapp.md, 3).
doctor-whatsapp-inbound-wrong = WhatsApp: when somebody writes, Twilio calls { $there }. It should be POST { $url }, in the sender’s settings (docs/connect-whatsapp.md, 3).
doctor-whatsapp-proxy-wrong = WhatsApp: anybody can open the page of this machine at { $url }. Have the proxy let only /hooks/ through, and pass the Host header (docs/connect-whatsapp.md, 3).
doctor-whatsapp-templates-ok = WhatsApp: all templates are approved
doctor-whatsapp-templates-missing =
    { $count ->
        [one] WhatsApp: { $count } template was not submitted yet. Run: passerelle templates submit
       *[other] WhatsApp: { $count } templates were not submitted yet. Run: passerelle templates submit
    }
doctor-whatsapp-templates-waiting =
    { $count ->
        [one] WhatsApp: { $count } template is being looked at by WhatsApp. That takes minutes to a few days; until then, messages wait.
       *[other] WhatsApp: { $count } templates are being looked at by WhatsApp. That takes minutes to a few days; until then, messages wait.
    }
doctor-whatsapp-templates-refused = WhatsApp: not approved, or not any more: { $names }. passerelle templates check says why, and docs/connect-whatsapp.md, 5, what helps. Then run: passerelle templates submit --again
doctor-whatsapp-templates-moved = WhatsApp: Meta has moved these templates to another category: { $names }. They cost more, and some people are not sent them. Ask Meta to look again (WhatsApp Manager, “Request review”), or see docs/connect-whatsapp.md, 5.
doctor-whatsapp-held = WhatsApp: { $count ->
        [one] { $count } message waits
       *[other] { $count } messages wait
    } until { $people ->
        [one] { $people } person writes
       *[other] { $people } people write
    }, since { $since }: { $why }
doctor-whatsapp-held-team = WhatsApp: { $count ->
        [one] { $count } message for the team is unread
       *[other] { $count } messages for the team are unread
    } by { $people ->
        [one] { $people } person
       *[other] { $people } people
    } since { $since }: { $why }. Have the moderators and organisers who are on WhatsApp write “hello” to the bot: they get everything at once.
doctor-whatsapp-held-closed = after a day without a word of theirs, WhatsApp takes nothing but a knock
doctor-whatsapp-held-no-template = no approved template can tell them. See: passerelle templates check
doctor-whatsapp-held-refused = the template that tells them of it was refused (https://www.twilio.com/docs/api/errors/{ $code })
doctor-whatsapp-clock-ok = WhatsApp: the clock agrees with Twilio’s
doctor-whatsapp-clock-wrong = WhatsApp: this machine’s clock is { $seconds } seconds off Twilio’s. Set it (NTP).
