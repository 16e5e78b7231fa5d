# The command line
cli = Passerelle: the peer-help bot for communities.
cli-run = Start the bot with the settings of .env.
cli-demo = Start a demonstration with an invented community, without any account.
cli-demo-fresh = Begin again with a new community.
cli-talk = Talk to the bot in the terminal.
cli-talk-as = Who to be: a member’s id.
cli-talk-url = The address of a server that is running.
cli-doctor = Check settings, database, migrations, languages and clock, and say what to do.
cli-db = Look after the database.
cli-db-upgrade = Bring the database to this release’s version.
cli-db-backup = Copy the database into a file, even while the bot runs.
cli-import =
    Bring members in from a CSV file.

    The lines that are right are imported, all of them together. Each wrong line is left out and listed with its number and the reason, and the command ends with 1. Correct those lines and import the file again: nobody is doubled. A file without its header, empty or not in UTF-8 is refused whole. Who is brought in is a member already and no newcomer, unless the column joined_at says that they joined lately.
cli-import-dry = Check everything and write nothing.
cli-export = Write all members as CSV, in the columns that the import takes.
cli-export-file = The file to write, or - for standard output.
cli-community = Show the community’s name, mission and rules, as the file that “community set” takes.
cli-community-set = Give the community its name, mission and rules, from a TOML file.
cli-role = Give a member a role: member, moderator or organiser.
cli-role-member = The member: their id, their WhatsApp number (with the country, like +33612345678) or their name.
cli-role-role = The role.
cli-role-given = { $name } has the role { $role } now.
cli-no-member = Nobody is known by “{ $who }”. “passerelle export -” lists everyone.
cli-several-members = Several members are called “{ $who }”: { $names }. Give the whole name, the id or the WhatsApp number.
cli-find = Show who would be proposed for a need, and why.
cli-find-need = The need, as one would write it to the bot.
cli-find-member = The id of whoever asks; without it, nobody in particular.
cli-find-limit = How many people at most.
cli-find-jsonl = Read needs from standard input, an object of JSON with “need” or “text” on each line, and answer one such line each.
cli-find-what = Say what is needed, or hand in many needs with --jsonl.
cli-find-line = Line { $number } is not what is expected: an object of JSON with “need” or “text”.
cli-find-nobody = Nobody can be found for “{ $need }” at the moment.
cli-find-person = { $place }. { $name } ({ $score }): { $why }
cli-find-relevance = {"   "}relevance: { $worth }
cli-find-load = {"   "}asked lately × { $worth }
cli-find-language = {"   "}speaks another language × { $worth }
cli-find-thanks = {"   "}thanked for the same × { $worth }
cli-find-freshness = {"   "}profile untouched for a year × { $worth }
cli-find-quiet = {"   "}quiet hours until { $until } (UTC): the request would wait
cli-find-other = – { $name } ({ $score }): not proposed: { $why }
cli-find-then = What the bot would do: { $then }.
cli-find-no-asker = Without --member, the need is read in any language; the bot reads it in the asker’s, and may propose none of these.
cli-find-consent = has not agreed yet, or not finished the welcome
cli-find-asker = this is who asks
cli-find-apart = not available to who asks
cli-find-never = asked not to be found for this
cli-find-paused = paused
cli-find-capped = has had enough requests this week
cli-no-role = “{ $role }” is no role. There are: { $known }.
cli-file = The file.
cli-port = The port; 0 takes a free one.
cli-open = Passerelle is ready: open { $url }
cli-open-token = The first time, add “?token=” and the access token at the end of that address.
cli-open-demo = The members of this community are invented. Ctrl-C stops it; nothing is lost.
cli-already-running = Passerelle is already running on this database: { $url }. Stop it first, or open that address.
cli-port-taken = Port { $port } is taken. Choose another with --port, or --port 0 for a free one.
cli-no-such-address = Can’t listen at { $host }, port { $port }: it is not this machine’s, or not allowed. Check PASSERELLE_HOST and PASSERELLE_PORT.
cli-newer-database = The database was written by a newer release of Passerelle. Install that release, or go back to a backup.
cli-no-key = The workspaces’ tokens are kept sealed in the database, and the key is missing. Set PASSERELLE_ENCRYPTION_KEY as .env.example explains.
database-unreachable = The database does not answer ({ $fault }). Check PASSERELLE_DATABASE_URL, the rights on the file, or that the database server runs.
database-damaged = The database { $file } is damaged, or is no database. Put a copy made with passerelle db backup in its place.
database-lost-reference = The upgrade was taken back: in { $table } a row refers to a row of { $missing } that is not there. Nothing was changed. Go back to a copy made with passerelle db backup.
database-folder = { $file } is a folder. The database is a file: give it another name with PASSERELLE_DATABASE_URL, or move that folder.
cli-upgraded = The database is at version { $version }.
cli-backed-up = Copied to { $file }
cli-file-exists = { $file } exists already. Choose another name: nothing is overwritten.
cli-backup-postgresql = For PostgreSQL use pg_dump: it makes safe copies while the bot runs.
cli-no-file = { $file } does not exist, or can’t be read.
cli-cannot-write = { $file } can’t be written. Check that the folder exists and that you may write there.
cli-importing = Importing members
cli-imported =
    { $count ->
        [one] { $count } member imported.
       *[other] { $count } members imported.
    }
cli-would-import =
    { $count ->
        [one] { $count } member would be imported. Nothing was written.
       *[other] { $count } members would be imported. Nothing was written.
    }
cli-rejected =
    { $count ->
        [one] { $count } line rejected:
       *[other] { $count } lines rejected:
    }
cli-rejected-line = Line { $line }: { $reason }
cli-import-consent = By importing you vouch that these people agreed to be in the community. They can see and erase everything with /mydata.
cli-exported =
    { $count ->
        [one] { $count } member written to { $file }.
       *[other] { $count } members written to { $file }.
    }
import-empty = the file is empty. Its first line names the columns, and “name” is one of them. Possible columns: { $columns }.
import-no-name-column = there is no column “name” in “{ $value }”. Possible columns: { $columns }.
import-unknown-column = the column “{ $value }” is unknown. Possible columns: { $columns }.
import-repeated-column = the column “{ $value }” is there twice. Keep one.
import-not-utf8 = the file is not in UTF-8. Save it as “CSV UTF-8”.
import-wrong-name = the name “{ $value }” is empty or longer than 80 characters.
import-wrong-id = the id “{ $value }” won’t do: letters without accents, digits, . _ -, at most 64.
import-repeated-id = the id “{ $value }” is already further up in the file.
import-wrong-role = the role “{ $value }” is unknown: member, moderator or organiser.
import-wrong-external = “{ $value }” in the column external can’t be read: write yes, or nothing.
import-long-headline = the headline “{ $value }…” is longer than 300 characters.
import-long-entry = the entry “{ $value }…” is longer than 300 characters.
import-many-entries = { $value } entries of one kind: 30 at most.
import-wrong-time-zone = the time zone “{ $value }” is unknown: write for instance Europe/London.
import-wrong-locale = the language “{ $value }” is not available.
import-wrong-date = the date “{ $value }” can’t be read: write 2027-01-15.
import-wrong-width = the line does not have as many cells as the header ({ $value }). A separator is missing, or a cell is not quoted.
import-broken-quotes = a quotation mark is missing, or there is one too many. What follows, up to the next one, could not be read.
setting-host = { $name }: “{ $value }” is not an address. Write 127.0.0.1 for this machine alone, 0.0.0.0 for every network.
setting-public-url = { $name }: “{ $value }” is not an address. Write http:// or https:// and a name, without a slash at the end, for instance https://passerelle.example.
setting-port = { $name }: “{ $value }” is not a port. Write a whole number between 1 and 65535, or 0 for a free one.
setting-community = { $name }: “{ $value }” can’t be a name. Write the community’s name, at least one letter.
setting-events-per-minute = { $name }: “{ $value }” won’t do. Write a whole number, at least 1.
setting-log-level = { $name }: “{ $value }” is not a level of the log. Write debug, info, warning or error.
setting-database-url = { $name }: “{ $value }” is not a known database. Write sqlite:///path/to/file.db or postgresql+psycopg://user@host/database.
setting-locale = { $name }: “{ $value }” is not an available language ({ $known }).
setting-time-zone = { $name }: “{ $value }” is not a time zone. Write for instance Europe/London.
setting-access-token = { $name }: an access token has no blanks and no accents. Write a long random row of letters and digits.
setting-encryption-key = { $name }: an encryption key is 32 random bytes in base64. Several keys are separated by a comma. To make one: openssl rand -base64 32 | tr +/ -_
setting-slack-incomplete = Slack: one workspace takes PASSERELLE_SLACK_BOT_TOKEN (xoxb-…) with PASSERELLE_SLACK_APP_TOKEN (xapp-…) or PASSERELLE_SLACK_SIGNING_SECRET; several take CLIENT_ID, CLIENT_SECRET, SIGNING_SECRET and WORKSPACES in their place. See docs/connect-slack.md.
setting-slack-bot-token = { $name }: a bot token begins with xoxb-. docs/connect-slack.md shows where it is.
setting-slack-app-token = { $name }: an app token begins with xapp-. docs/connect-slack.md shows where it is.
setting-slack-messages-per-minute = { $name }: write a whole number, at least 1.
setting-discord-id = { $name }: an id of Discord is made of digits only. docs/connect-discord.md shows where it is.
setting-discord-ids = { $name }: write ids of roles, made of digits only, with commas between them. docs/connect-discord.md shows where they are.
setting-whatsapp-account-sid = { $name }: Twilio’s account SID is AC and 32 digits or letters from a to f. docs/connect-whatsapp.md shows where it is.
setting-whatsapp-auth-token = { $name } is missing: WhatsApp needs the account’s secret. docs/connect-whatsapp.md shows where it is.
setting-whatsapp-number = { $name }: write the number with its country, for instance { "whatsapp:+33612345678" }.
setting-whatsapp-public-url = { $name }: write the address at which Twilio reaches this bot, for instance https://bot.example.org
setting-unusable = { $name } can’t be used as it is. .env.example says what it takes.
setting-not-utf8 = The file .env is not in UTF-8. Save it as UTF-8.
setting-unknown = { $name } is no setting of Passerelle and changes nothing. Check its spelling: .env.example has them all.
setting-open-without-token = { $name }: listening beyond this machine needs a long random access token. Otherwise leave PASSERELLE_HOST at 127.0.0.1.
doctor-settings-ok = Settings
doctor-key-ok =
    { $count ->
        [one] Encryption key
       *[other] Encryption keys ({ $count }, the first is used)
    }
doctor-database-ok = Database ({ $backend })
doctor-missing-database = There is no database yet. Run: passerelle db upgrade
doctor-migrations-ok = Migrations ({ $version })
doctor-migrations-wrong = The database is at version { $version }, { $newest } is needed. Run: passerelle db upgrade
doctor-shape-wrong =
    { $count ->
        [one] The database is not of the shape expected ({ $count } difference). Restore a backup, or write to us.
       *[other] The database is not of the shape expected ({ $count } differences). Restore a backup, or write to us.
    }
doctor-locales-ok = Languages ({ $known })
doctor-locales-wrong =
    { $count ->
        [one] { $count } message is missing in { $locale }: “{ $key }”. Complete locales/{ $locale }.
       *[other] { $count } messages are missing in { $locale }, for instance “{ $key }”. Complete locales/{ $locale }.
    }
doctor-clock-ok = Clock
doctor-clock-wrong = The machine’s clock is behind: the database has an event of { $at }, in the future. Set the time (NTP).
doctor-failures =
    { $count ->
        [one] { $count } message of the last seven days could not be delivered.
       *[other] { $count } messages of the last seven days could not be delivered.
    } The latest is number { $id } ({ $reason }): passerelle why { $id } tells more. What a person waited for was passed on or told; if the reason comes back, look it up with the platform. This line goes by itself after seven days.
doctor-ritual-late = The ritual “{ $name }” was due on { $at } and has not taken place: start the bot (passerelle run). If it is running, its log says why, at the line sweep-broke.
doctor-stuck =
    { $count ->
        [one] { $count } event has been waiting for more than ten minutes. Is the bot running? passerelle run
       *[other] { $count } events have been waiting for more than ten minutes. Is the bot running? passerelle run
    }
doctor-mail-ok = Messages
doctor-community-ok = Community
doctor-no-team = Nobody is in the team: what members tell it reaches nobody. Appoint somebody: passerelle role MEMBER organiser
doctor-community-default = The mission or the rules are still the ones that Passerelle proposes. To write your own: passerelle community
talk-hello = You are talking with Passerelle. A number picks an option; :hour, :day, :week move the clock; :as AWA changes person; :quit to end.
talk-who = Who would you like to be? An id, “new” for a newcomer, or nothing to see the list.
talk-nobody = Nobody has the id “{ $who }”. There are: { $known }.
talk-as = You are { $name } now.
talk-newcomer = You arrive, with the id { $id }.
talk-now = It is { $day }, { $time }.
talk-unknown = I know :hour, :day, :week, :as, :form, :back and :quit.
talk-not-utf8 = I couldn’t read that line: it is not in UTF-8. Set the terminal to UTF-8 and write it again.
talk-form = One line after the other: Enter keeps what is in brackets, a hyphen alone (-) empties the line, :back leaves the form.
talk-aside = The form waits, with what you put into it. :form goes back to it, /cancel drops it.
talk-field = { $label } [{ $value }]:
talk-field-empty = { $label }:
talk-field-required = { $label } (needed)
talk-unreachable = No server answers at { $url }. Start it with passerelle run or make demo.
cli-understand = Show what the bot makes of a text, and why
cli-understand-text = The text; without it, --jsonl
cli-understand-where = Where it is written: direct or channel
cli-understand-jsonl = Read JSON lines from standard input and answer each with one JSON line
cli-understand-nothing = Give a text, or --jsonl and JSON lines on standard input.
cli-understand-line = Line { $line }: it takes a JSON object with at least “text”.
understood-intent = intent: { $intent } ({ $sure } %)
understood-span = { $kind }: { $words }
understood-then = what the bot would do, if no question stands: { $then }
foreseen-search = search for people for “{ $need }”
foreseen-asks = ask first: “{ $said }”
foreseen-guidance = first tell where help is at any hour: “{ $said }”
foreseen-offer = where it listens, offer in private: “{ $said }”
foreseen-silent = keep silent
foreseen-begins = begin the dialogue “{ $dialogue }” (docs/dialogues.md)
foreseen-thanks = say that they are welcome
foreseen-cancel = drop what is under way, or say that there is nothing
foreseen-help = show everything that it can do
foreseen-menu = a word, or four buttons to choose from
understood-why = why:
understood-reason = { $feature } ({ $weight })
setting-thesaurus = { $name }: there is no folder “{ $value }”. Give the folder with your own words, as docs/directory.md describes, or nothing.
thesaurus-indent = { $where }: indent by four spaces, one step at a time, without tabs.
thesaurus-sides = { $where }: write “French, French = English, English”; only a trade, which begins with @, may say after “>” what it knows.
thesaurus-length = { $where }: a name has at most 60 characters.
cli-why = Say why a message left when it did, waits, or never left
cli-why-message = the message’s number, as the log and the outbox have it
why-unknown = There is no message { $id } (any more): what was sent is kept for a week.
why-line = { $id }: { $what }
why-and = { $id }: { $what }; { $then }
why-refused = { $id }: never left: { $rule }
why-held = held until { $at } { $zone }: { $rule }
why-at-once =
    { $purpose ->
        [solicitation] asked at once: no rule stood in the way
        [broadcast] told at once: no rule stood in the way
        [notice] told at once: a notice doesn’t wait
       *[other] answered at once: a reply doesn’t wait
    }
why-sent = sent
why-queued = not sent yet
why-platform = the platform takes nothing until the person writes ({ $reason })
why-failed = given up ({ $reason })
why-dropped = never sent, since it was no longer of use
why-rule-left = the person has left
why-rule-newcomer = their welcome isn’t finished
why-rule-paused = the person is paused
why-rule-stopped = the person asked not to be written to
why-rule-no-suggestions = the person wants no suggestions
why-rule-budget = asked for enough this week
why-rule-blocked = one of the two blocked the other
why-rule-quiet-hours = quiet hours
why-rule-settled = it was settled meanwhile
why-rule-floor = another question waits for its answer
