# What the API answers to what it refuses
form-send = Send
room-title = You and { $others }
api-not-utf8 = This message is not in UTF-8. Send it again encoded as UTF-8.
api-not-json = This message is not a JSON object that can be read. Check it, with “Content-Type: application/json”, and send it again.
api-needs-token = This server’s access token is needed. Ask whoever runs it for the complete address.
api-not-here = That address is not this server’s. Open it as http://127.0.0.1.
api-not-there = One can speak only in one’s own direct line, in a channel, or in a room one was invited to.
api-unknown-sender = Nobody has that id here. Send a “join” event first.
api-unknown-place = There is no such place. /local/api/places has the list.
api-too-large = That is too large: 64 KiB at most. Shorten it, or send it in parts.
api-unknown-field = There is no field “{ $field }”. Take it out; docs/local-api.md has the list.
api-missing-field = The field “{ $field }” is missing.
api-wrong-value = The field “{ $field }” is not of the form expected; docs/local-api.md describes it.
api-empty-text = The message is empty. Write something and send it again.
api-text-too-long = The field “{ $field }” is too long: { $most } characters at most. Shorten it, and send it again.
api-too-fast = Not so fast! Wait a few seconds before going on.
api-demo-only = The clock moves only in the demonstration (make demo).
