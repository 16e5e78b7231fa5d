# Groups of members
group-none = There is no group yet. To make one: /group and its name, for example /group Mentors
group-list =
    The groups:
    { $lines }
group-line = • { $name } ({ $count })
group-new = There is no group “{ $name }” yet. Shall I make it?
group-left = Very well, nothing is changed.
group-who = “{ $name }”: { $members }. What shall I do?
group-empty = nobody for now
group-add = Add members
group-remove = Take members out
group-nothing = Nothing
group-names = Who? Names, with commas, for example @awa, @marc
group-unknown = I can’t find exactly one person for: { $names }. The others are done.
group-done = It’s done. “{ $name }”: { $members }.
group-wrong-name = A group has a name of one line, and not a very long one.
