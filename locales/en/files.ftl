# Files that the bot hands over: one's data, a date for the calendar, a chart.

api-no-such-file = This file is gone: it can be downloaded for a week. Ask the bot for it again if you need it.
slack-file-refused = I couldn’t attach { $name }: Slack doesn’t let me here. The team can put that right with passerelle doctor.
whatsapp-file = { $name }, to be opened within a day:
