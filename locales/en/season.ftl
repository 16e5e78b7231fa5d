# What rituals bring of themselves: saying thank you, and keeping the spirit up
mentions = People have thanked them lately, and all of us say it again: thank you, { $names }! All help counts, small or large, yours too.
mentions-to-you =
    People have thanked them lately, and all of us say it again: thank you, { $names }! All help counts, small or large, yours too.

    To get nothing more from me: /stop
thanks-moment = How about a word of thanks? A line is enough, and it often means more than one thinks. Whom have you in mind?
thanks-example = reading a CV
thanks-not-now = Nobody this time
thanks-another-time = Another time, perhaps: /thanks
energy-dips =
    Things are slowing down a little, and this is a good moment to lift them again:
    { $lines }
    A ritual that brings people together often lifts the spirit again. Shall we try one?
energy-dip = { $where }: { $now } people took part in the last six weeks, after { $before } in the six before.
energy-dip-few = { $where }: fewer than five people took part in the last six weeks, after { $before } in the six before.
energy-group = { $name }
energy-everybody = The whole community
energy-circle = The circle of { $names }
energy-try = Plan “{ $name }”
energy-later = Not now
