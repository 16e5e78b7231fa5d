# Qui a été trouvé, pourquoi, et ce qui arrive quand quelqu’un de nouveau convient
why-phrase = { $phrase } ({ $meant })
second-look = Du nouveau pour « { $need } » : { $name } vient de compléter son profil. Voulez-vous que je lui demande ?
second-look-back = Du nouveau pour « { $need } » : { $name } est de nouveau disponible. Voulez-vous que je lui demande ?
second-look-yes = Oui, demandez-lui
second-look-no = Non merci
second-look-left = Entendu, rien ne lui est demandé. L’équipe continue de chercher avec vous.
second-look-late = Entre-temps, les choses ont avancé. Pour savoir où : « où en est ma demande ? »
command-skills = ce qui est le plus cherché ici, face à ce qui est proposé
command-skills-name = competences
command-skills-words = carte des compétences
skills =
    Ce que l’on cherche ici, face à ce que l’on y propose ; ce qui manque le plus vient d’abord.
    { $lines }
skills-line = • { $topic } : { $sought } personnes le cherchent, { $offered } le proposent
skills-line-few = • { $topic } : { $sought } personnes le cherchent, moins de cinq le proposent
skills-nothing = Aucun sujet n’est encore cherché par cinq personnes. Dès qu’il y en aura un, il sera ici : en dessous, je ne compte personne.
embeddings-extra = Le modèle « { $name } » demande une extension : pip install passerelle[embeddings]
embeddings-model = Le modèle « { $name } » n’a pas été trouvé : donnez un dossier, ou un nom du Hugging Face Hub quand la machine y a accès. docs/directory.md dit comment.
embeddings-files = « { $name } » n’est pas un modèle utilisable : il faut tokenizer.json, et onnx/model.onnx ou model.onnx. docs/directory.md dit comment.
setting-embeddings = { $name } : « { $value } » n’est ni un dossier, ni un nom du Hugging Face Hub (comme intfloat/multilingual-e5-small). Écrivez l’un ou l’autre, « default », ou rien.
