# Welcoming newcomers
language-fr = Français
language-en = English
onboarding-language =
    Hello and welcome! I’m Passerelle.
    Bonjour et bienvenue ! Je suis Passerelle.

    Which language shall we speak?
    Dans quelle langue voulez-vous me parler ?
# To who greets, or asks who this is, during the welcome
welcome-hello = Hello! This is where we were:
welcome-who = I’m Passerelle, a bot: I help the members of this community find and help one another. Nothing begins unless you agree, and I charge nothing. This is where we were:
about-us = I’m Passerelle, a bot: I help the members of this community find and help one another. Nothing begins unless they agree, and I charge nothing.
welcome-who-in-all =
    I’m Passerelle, a bot: I help the members of this community find and help one another. Nothing begins unless you agree, and I charge nothing.
    Je suis Passerelle, un robot : j’aide les membres de cette communauté à se trouver et à s’entraider. Rien ne commence sans votre accord, et je ne fais rien payer.
onboarding-hello =
    Welcome to { $community }!
    { $mission }
onboarding-rules =
    Here is what we promise one another:
    { $rules }

    Is that all right with you?
onboarding-rules-yes = That’s fine with me
onboarding-rules-no = No, thank you
onboarding-consent =
    Before we begin, here is what I keep.

    • Your name, your profile and your requests for help, as long as you are a member.
    • What members say to each other I neither read nor remember.
    • What you write to me in a dialogue goes as soon as it is finished; what stays is what you chose to put into your profile or into a request.
    • As in any chat, the history of our conversation stays where we write to each other.

    To see it all or erase it all, write /mydata: it takes effect at once.

    Do you agree?
onboarding-consent-yes = I agree
onboarding-consent-no = I don’t agree
onboarding-refused = Understood, and that is your right. I’m erasing what I know of you. If you change your mind, just come back.
onboarding-name = What would you like to be called?
onboarding-name-keep = { $name }
onboarding-headline = Thank you, { $name }! In one line, what do you do? For instance: “Nurse, fond of gardens”.
onboarding-offers = What could you help someone with? Separate with commas: “bookkeeping, public speaking”.
onboarding-experiences = What have you lived through that could help others? For instance: “changing careers at 40”.
onboarding-wants = And you: what would you like to learn, or talk about?
onboarding-zone = Last question: which city or time zone are you in? I’ll give you dates in your own time.
onboarding-zone-keep = Keep { $zone }
first-words = There you are, { $name }: you’re one of us. Back to what you wrote to me when you came.
first-action =
    You’re all set! Others can find you now, and you can ask for help.
    What shall we begin with?
first-action-ask = Who can help me with “{ $need }”?
first-action-ask-free = Ask for help
first-action-profile = Read my profile again
first-action-later = Later
first-action-goodbye = Very well. Write to me whenever you like, for instance “who can help me with…?”. /help tells all I can do.
welcome-back = Welcome back, { $name }! Write /help to see what I can do.
welcome-first = Let’s finish your welcome first: only a few questions are left.
welcome-first-instead = Noted: that is what I’ll come back to as soon as your welcome is over. I don’t keep “{ $words }”: write it to me again then.
welcome-first-kept = Noted: I’ll come back to it as soon as your welcome is over. Only a few questions are left.
