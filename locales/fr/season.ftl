# Ce que les rituels apportent d’eux-mêmes : dire merci, et garder l’élan
mentions = On leur a dit merci ces dernières semaines, et nous le redisons toutes et tous : merci à { $names } ! Toute aide compte, petite ou grande, la vôtre aussi.
mentions-to-you =
    On leur a dit merci ces dernières semaines, et nous le redisons toutes et tous : merci à { $names } ! Toute aide compte, petite ou grande, la vôtre aussi.

    Pour ne plus rien recevoir de moi : /stop
thanks-moment = Et si l’on disait merci ? Un mot suffit, et il fait souvent plus plaisir qu’on ne croit. À qui pensez-vous ?
thanks-example = relire un CV
thanks-not-now = À personne cette fois
thanks-another-time = Une autre fois, peut-être : /remercier
energy-dips =
    L’élan retombe un peu, et c’est le bon moment pour le relancer :
    { $lines }
    Un rituel qui réunit redonne souvent l’envie. On essaie ?
energy-dip = { $where } : { $now } personnes ont pris part aux échanges ces six dernières semaines, contre { $before } les six précédentes.
energy-dip-few = { $where } : moins de cinq personnes ont pris part aux échanges ces six dernières semaines, contre { $before } les six précédentes.
energy-group = { $name }
energy-everybody = Toute la communauté
energy-circle = Le cercle formé par { $names }
energy-try = Prévoir « { $name } »
energy-later = Pas maintenant
