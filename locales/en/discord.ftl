# What exists on Discord only
discord-fill-in = Fill in
discord-continue = Continue
discord-write = Answer
discord-your-words = In your own words
discord-choose = Choose
discord-from-to = From { $first } to { $last }
discord-numbered = { $n }. { $label }
discord-option = • { $label }: { $why }
discord-page =
    { $left ->
        [one] Noted. One page is left: go on whenever you like.
       *[other] Noted. { $left } pages are left: go on whenever you like.
    }
discord-in-private = I’m answering you in a direct message.
discord-here = Your direct messages are closed: I’m answering here, where nobody else can see it.
discord-too-long = That is a little long for “{ $field }”: { $most } characters at most, please.
discord-try-again = I could not write that down. Please try again in a moment.
discord-not-here = You are no longer in the community’s server, and I only talk with its members. If you come back, write to me, and we’ll find each other again.
discord-removed = I have been taken out of the community’s server, so I can do nothing there for you any more. Those who administer it can invite me again.
discord-by-command = Only buttons and commands (type /) reach me here. What you write in your own words reaches me in a private message.
discord-permission-view-channel = “View Channel”
discord-permission-send-messages = “Send Messages”
discord-menu-ask = Find someone who can help
discord-menu-intro = Introduce to someone
discord-argument-until = until
discord-argument-until-help = a day or a time, for instance “Monday” or “2 weeks”
discord-argument-need = need
discord-argument-need-help = in a few words, for instance “go through my budget”
discord-argument-message = message
discord-argument-message-help = what you would like to say to the team
discord-argument-code = code
discord-argument-code-help = the code you got elsewhere, if you have one
discord-argument-whom = whom
discord-argument-whom-help = the person to thank
discord-argument-about = who
discord-argument-about-help = the person it is about
discord-argument-first = who
discord-argument-first-help = the member to introduce
discord-argument-second = to
discord-argument-second-help = the member to introduce them to
doctor-discord-no-token = Discord is not connected: the token is missing. On Discord’s portal, on the “Bot” page, click “Reset Token”, and copy it to PASSERELLE_DISCORD_TOKEN (docs/connect-discord.md, 1).
doctor-discord-ok = Discord (token and the “Server Members” intent)
doctor-discord-setting = The setting { $name } can’t be used: it is an id of Discord’s, made of digits only. See docs/connect-discord.md.
doctor-discord-token = Discord refuses the token. Copy a new one from the “Bot” page of Discord’s portal into { $name }.
doctor-discord-silent = Discord does not answer ({ $fault }). Check the machine’s connection, then try again.
doctor-discord-intent = The “Server Members” intent is off: without it Discord refuses the connection. Switch it on, on the “Bot” page of Discord’s portal.
doctor-discord-nowhere = The bot is in no server. Invite it: { $url }
doctor-discord-server-ok = Discord, server { $server }
doctor-discord-rights = In the server { $server } the bot lacks: { $missing }. Give it these permissions (Server Settings, Roles).
doctor-discord-channel = In the server { $server } I have no channel to open private threads in: choose a channel for system messages (Server Settings), or write a channel’s id into { $name }.
doctor-discord-channel-rights = In the server { $server }, in the channel { $channel }, the bot lacks: { $missing }. Give it these permissions (Edit Channel, Permissions).
discord-argument-name = member
discord-argument-name-help = a name, or part of one
discord-argument-what = what
discord-argument-what-help = what to do, for instance add, list or calendar
discord-argument-group = group
discord-argument-group-help = a group’s name, for instance Mentors
