# Who was found, why, and what happens when somebody new fits
why-phrase = { $phrase } ({ $meant })
second-look = News about “{ $need }”: { $name } has just filled in their profile. Shall I ask them?
second-look-back = News about “{ $need }”: { $name } is available again. Shall I ask them?
second-look-yes = Yes, please ask
second-look-no = No, thanks
second-look-left = All right, nobody is asked. The team keeps looking with you.
second-look-late = Things have moved on in the meantime. To see where they stand: “where is my request?”
command-skills = what is most sought here, against what is offered
command-skills-name = skills
command-skills-words = skills map
skills =
    What people look for here, against what people offer; what is most lacking comes first.
    { $lines }
skills-line = • { $topic }: { $sought } people look for it, { $offered } offer it
skills-line-few = • { $topic }: { $sought } people look for it, fewer than five offer it
skills-nothing = Nothing is sought by five people yet. As soon as something is, it will be here: below that, I count nobody.
embeddings-extra = The model “{ $name }” needs an extra: pip install passerelle[embeddings]
embeddings-model = The model “{ $name }” was not found: give a folder, or a name on the Hugging Face hub where the machine can reach it. docs/directory.md says how.
embeddings-files = “{ $name }” is no model that can be used: it takes tokenizer.json, and onnx/model.onnx or model.onnx. docs/directory.md says how.
setting-embeddings = { $name }: “{ $value }” is neither a folder nor a name on the Hugging Face hub (such as intfloat/multilingual-e5-small). Write one of these, “default”, or nothing.
