# What the API answers to what it refuses
form-send = Send
newcomer = Newcomer
room-title = You and { $others }
api-not-utf8 = This message is not in UTF-8. Send it again encoded as UTF-8.
api-not-json = This message is not a JSON object that can be read. Check it, with “Content-Type: application/json”, and send it again.
api-needs-token = This server’s access token is needed. Ask whoever runs it for the complete address.
api-not-here = That address is not this server’s. Open it as http://127.0.0.1.
api-not-there = One can speak only in one’s own direct line, in a channel, or in a room one was invited to.
api-welcome-first = To speak here, finish your welcome in your direct line first: only a few questions are left.
api-unknown-sender = Nobody has that id here. Send a “join” event first.
api-unknown-place = There is no such place. /local/api/places has the list.
api-too-large = That is too large: 64 KiB at most. Shorten it, or send it in parts.
api-repeated-field = The field “{ $field }” is there twice. Keep only one.
api-unknown-field = There is no field “{ $field }”. Take it out; docs/local-api.md has the list.
api-missing-field = The field “{ $field }” is missing.
api-wrong-value = The field “{ $field }” is not of the form expected; docs/local-api.md describes it.
api-empty-text = The message is empty. Write something and send it again.
api-text-too-long = The field “{ $field }” is too long: { $most } characters at most. Shorten it, and send it again.
api-no-such-call = There is nothing at this address. The calls are in docs/local-api.md.
api-wrong-method = This address is called another way (GET or POST); docs/local-api.md says how.
api-too-fast = Not so fast! Wait a few seconds before going on.
api-demo-only = The clock moves only in the demonstration (make demo).
door-title = Welcome to the door
door-explanation = This page asks for an access token. It is at the end of the address you got from whoever runs it, after “?token=”: open that complete address, or write the token here.
door-label = Access token
door-enter = Enter
