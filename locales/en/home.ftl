# A member’s own page, where there is one
home-greeting = Hello { $name }! This is where you are.
home-stranger = Welcome! Say “hello” to me in the Messages tab, and I will introduce the community.
home-mine = My requests
home-asked = What is asked of me
home-asked-line = • { $need }: answer whenever you like, in our messages
home-proposed-line = • { $by }, of the team, would like you to meet somebody: “{ $reason }”. Answer whenever you like, in our messages
home-asked-nothing = Nobody is waiting for an answer from you.
home-ask = Ask for help
home-where = Follow my requests
home-profile = My profile
home-help = What can you do?
home-gatherings = My next gatherings
home-gatherings-nothing = No gathering planned for now.
