/** What the server says, in French; each is known by its English sentence. */
export const texts = {
  'This is not a link of ours. Copy it whole.': 'Ce lien n’est pas des nôtres. Copiez-le en entier.',
  'Write a time of day as 22:00.': 'Écrivez une heure comme 22:00.',
  'Not a time zone. Write it as Europe/Athens.':
    'Ce n’est pas un fuseau horaire. Écrivez-le comme Europe/Athens.',
  'Give both ends of the quiet hours, or neither.':
    'Indiquez le début et la fin des heures de silence, ou aucun des deux.',
  'This passkey was not accepted. Try again; if it stays so, ask your contact point for a new enrolment link.':
    'Cette clé d’accès n’a pas été acceptée. Réessayez ; si cela persiste, demandez un nouveau lien d’inscription à votre point de contact.',
  'The passkey could not be checked. Begin again with the same link.':
    'La clé d’accès n’a pas pu être vérifiée. Recommencez avec le même lien.',
  'The terms of use have changed. Load the page again and read the new ones.':
    'Les conditions d’utilisation ont changé. Rechargez la page et lisez les nouvelles.',
  'This is your only passkey. Add another one first; then remove this one.':
    'C’est votre seule clé d’accès. Ajoutez-en d’abord une autre, puis retirez celle-ci.',
  'The mandate would end before it begins. Choose a later day.':
    'Le mandat prendrait fin avant de commencer. Choisissez un jour plus tardif.',
  'This link has been used or has run out. Ask your contact point for a new one.':
    'Ce lien a déjà servi ou a expiré. Demandez-en un nouveau à votre point de contact.',
  'This needs a fresh sign-in. Sign in again and do it within ten minutes.':
    'Il faut pour cela une connexion récente. Reconnectez-vous et faites-le dans les dix minutes.',
  'This has passed already.': 'C’est déjà passé.',
  'Choose a later day.': 'Choisissez un jour plus tardif.',
  'The duty ends before it begins. Choose a later end.':
    'La permanence finit avant de commencer. Choisissez une fin plus tardive.',
  'It was not sent: the text contains what looks like personal data.':
    'Rien n’a été envoyé : le texte contient ce qui ressemble à des données à caractère personnel.',
  'It was not sent: the text contains what looks like personal data. Warnings carry none.':
    'Rien n’a été envoyé : le texte contient ce qui ressemble à des données à caractère personnel. Les alertes n’en portent pas.',
  'Your unit is not among the recipients, so no answer is asked of it.':
    'Votre unité n’est pas parmi les destinataires ; aucune réponse ne lui est demandée.',
  'Write a sentence.': 'Écrivez une phrase.',
  'Files are attached to a draft. Take it back first by saving it.':
    'Les fichiers se joignent à un brouillon. Reprenez-le d’abord en l’enregistrant.',
  'It says that it was written by ICONet, but its fields do not fit our form. It was read like any other message.':
    'Il se dit écrit par ICONet, mais ses champs ne correspondent pas à notre formulaire. Il a été lu comme tout autre message.',
  'Its coordinates could not be read.': 'Ses coordonnées n’ont pas pu être lues.',
  'Only its middle was kept; our form holds one point.':
    'Seul son centre a été gardé ; notre formulaire ne contient qu’un point.',
  'A CAP message of more than 1 MB is refused.': 'Un message CAP de plus de 1 Mo est refusé.',
  'The message declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.':
    'Le message déclare un type de document. C’est refusé, car cela peut appeler ou multiplier du contenu. Retirez la déclaration.',
  'This is not a CAP message: it has no element alert.':
    'Ce n’est pas un message CAP : il n’a pas d’élément alert.',
  'The message has more elements than any warning needs.':
    'Le message a plus d’éléments qu’aucune alerte n’en demande.',
  'Take these words out.': 'Retirez ces mots.',
  'This is needed before it can be sent.': 'C’est nécessaire avant l’envoi.',
  'Correct the date.': 'Corrigez la date.',
  'The lower price is above the higher one.': 'Le prix le plus bas dépasse le plus élevé.',
  'Exchange the two.': 'Échangez les deux.',
  'It would be expired before it is sent.': 'Elle serait échue avant d’être envoyée.',
  'No recipient could ever read it.': 'Aucun destinataire ne pourrait la lire.',
  'Recipients would lose it while it is in force.':
    'Les destinataires la perdraient alors qu’elle est en vigueur.',
  'Keep it at least as long.': 'Gardez-la au moins aussi longtemps.',
  'The same warning is linked twice.': 'La même alerte est liée deux fois.',
  'Take one of the links out.': 'Retirez l’un des liens.',
  'Write all, state:HR, authority:3 or unit:12.': 'Écrivez all, state:HR, authority:3 ou unit:12.',
  'In your State the contact point validates a warning before it is issued. Submit it.':
    'Dans votre État, le point de contact valide une alerte avant son émission. Soumettez-la.',
  'The warning it updates is no longer in force: it was withdrawn or replaced. Issue a new one instead.':
    'L’alerte qu’elle met à jour n’est plus en vigueur : elle a été retirée ou remplacée. Émettez-en une nouvelle.',
  'In your State a warning needs no validation. Issue it.':
    'Dans votre État, une alerte n’a pas besoin de validation. Émettez-la.',
  'The contact point has it before it. Wait for its validation.':
    'Le point de contact l’examine. Attendez sa validation.',
  'In your State the contact point validates who receives a warning. Begin a new version and add them there.':
    'Dans votre État, le point de contact valide les destinataires d’une alerte. Commencez une nouvelle version et ajoutez-les.',
  'You wrote this yourself. Your deputy, or somebody else who validates, must look at it.':
    'Vous l’avez écrite vous-même. Votre suppléant, ou une autre personne qui valide, doit la relire.',
  'The next page could not be found. Begin the list again.':
    'La page suivante est introuvable. Reprenez la liste au début.',
  'Not a place in this list.': 'Ce n’est pas un endroit de cette liste.',
  'Choose at least one route, country, citizenship or means of transport.':
    'Choisissez au moins une route, un pays, une nationalité ou un moyen de transport.',
  'The last month lies before the first. Exchange them.': 'Le dernier mois précède le premier. Échangez-les.',
  'Say the day of the publisher’s figures.': 'Indiquez le jour des chiffres de l’éditeur.',
  'The file could not be unpacked. Send CSV, plain or compressed with gzip.':
    'Le fichier n’a pas pu être décompressé. Envoyez du CSV, tel quel ou compressé par gzip.',
  'A file needs its day.': 'Un fichier doit porter sa date.',
  'Give asOf, for example 2026-11-01.': 'Indiquez asOf, par exemple 2026-11-01.',
  'The address names one item and what was sent with it another.':
    'L’adresse désigne un élément et l’envoi en désigne un autre.',
  'The address names another one.': 'L’adresse en désigne un autre.',
  'Leave it out of the body.': 'Ne le mettez pas dans le corps.',
  'There is nothing at this address.': 'Il n’y a rien à cette adresse.',
  'There is no such operation. See /api/openapi.json.':
    'Cette opération n’existe pas. Voir /api/openapi.json.',
  'The form could not be read. Send multipart/form-data with its boundary.':
    'Le formulaire n’a pas pu être lu. Envoyez multipart/form-data avec sa limite (boundary).',
  'The demonstration answers on this machine only, at localhost.':
    'La démonstration ne répond que sur cette machine, à localhost.',
  'This request came from another site and was not carried out.':
    'Cette demande venait d’un autre site et n’a pas été exécutée.',
  'Idempotency-Key must be 8 to 100 letters, digits, hyphens or underscores.':
    'Idempotency-Key doit compter de 8 à 100 lettres, chiffres, traits d’union ou de soulignement.',
  'The request could not be read, or did not end in time.':
    'La demande n’a pas pu être lue, ou ne s’est pas achevée à temps.',
  'The body is too large: at most 12 MB, an attachment 10 MB, an EDIFACT message 8 MB. Send it in parts.':
    'L’envoi est trop volumineux : 12 Mo au plus, 10 Mo pour un fichier joint, 8 Mo pour un message EDIFACT. Envoyez-le en plusieurs fois.',
  'Send application/json, multipart/form-data for files, or application/edifact for messages of carriers.':
    'Envoyez application/json, multipart/form-data pour les fichiers, ou application/edifact pour les messages des transporteurs.',
  'The request could not be read. Check that the body is well-formed JSON.':
    'La demande n’a pas pu être lue. Vérifiez que le corps est du JSON bien formé.',
  'The request could not be read. Check its address and body.':
    'La demande n’a pas pu être lue. Vérifiez son adresse et son corps.',
  'Read and accept the terms of use; then everything within your mandate opens.':
    'Lisez et acceptez les conditions d’utilisation ; tout ce que couvre votre mandat s’ouvrira.',
  'Say what the personal data is needed for; it is kept in the record.':
    'Dites pourquoi vous avez besoin de ces données à caractère personnel ; cela figure au registre.',
  'This submission key was used for something else. Send again with a new one.':
    'Cette clé d’envoi a servi à autre chose. Renvoyez avec une nouvelle.',
  'There is no such item, or it is not yours to change.':
    'Cet élément n’existe pas, ou ce n’est pas à vous de le modifier.',
  'Something with the same number or name exists already.':
    'Il existe déjà quelque chose avec le même numéro ou le même nom.',
  'A value does not fit. Check the codes, dates and lengths.':
    'Une valeur ne convient pas. Vérifiez les codes, les dates et les longueurs.',
  'Somebody else changed it at the same moment. Look again and repeat.':
    'Quelqu’un d’autre l’a modifié au même moment. Regardez à nouveau et recommencez.',
  'The database does not answer. Nothing was changed; try again in a moment.':
    'La base de données ne répond pas. Rien n’a été modifié ; réessayez dans un instant.',
  'Not JSON.': 'Ce n’est pas du JSON.',
  'A day needs its month. Write 1980-05-12, 1980-05 or 1980.':
    'Un jour demande son mois. Écrivez 1980-05-12, 1980-05 ou 1980.',
  'The file is not UTF-8 text. Save it as UTF-8 and send it again.':
    'Le fichier n’est pas un texte UTF-8. Enregistrez-le en UTF-8 et envoyez-le de nouveau.',
  'Above your clearance.': 'Au-dessus de votre habilitation.',
  'Keep one of the two.': 'Gardez l’un des deux.',
  'The file holds nothing for this list. Withdrawing all of it for that is refused.':
    'Le fichier ne contient rien pour cette liste. Tout retirer pour cela est refusé.',
  'An alert on a person needs an identity with a name.':
    'Un signalement concernant une personne demande une identité avec un nom.',
  'A misused identity is the victim’s. Give the identity of the person sought too.':
    'Une identité usurpée est celle de la victime. Indiquez aussi l’identité de la personne recherchée.',
  'A range of documents belongs on a list of documents.':
    'Une série de documents a sa place sur une liste de documents.',
  'Only an alert on a person carries such warnings.':
    'Seul un signalement concernant une personne porte de tels avertissements.',
  'Give at least one document.': 'Indiquez au moins un document.',
  'Say why the document is sought: stolen, lost, blank, revoked, misappropriated.':
    'Dites pourquoi le document est recherché : volé, perdu, vierge, révoqué, détourné.',
  'Voluntary departure and suspension belong to return decisions.':
    'Le départ volontaire et la suspension relèvent des décisions de retour.',
  'The decision ended before today.': 'La décision a pris fin avant ce jour.',
  'The warning comes before the review.': 'L’avertissement précède le réexamen.',
  'Not a day. Write for example 2026-11-22.': 'Ce n’est pas un jour. Écrivez par exemple 2026-11-22.',
  'A name needs at least one part.': 'Un nom demande au moins une partie.',
  'An identity needs a name.': 'Une identité demande un nom.',
  'A document number has at least two letters or digits.':
    'Un numéro de document a au moins deux lettres ou chiffres.',
  'Not a document number.': 'Ce n’est pas un numéro de document.',
  'The last number of a range is as long as the first and not before it.':
    'Le dernier numéro d’une série est aussi long que le premier et ne le précède pas.',
  'It would have expired before it was issued.': 'Il aurait expiré avant d’être délivré.',
  'An IMO number has seven digits.': 'Un numéro OMI a sept chiffres.',
  'An MMSI has nine digits.': 'Un MMSI a neuf chiffres.',
  'Give a registration number, VIN, name, IMO number, MMSI or call sign.':
    'Indiquez une immatriculation, un NIV, un nom, un numéro OMI, un MMSI ou un indicatif.',
  'Say why the alert is entered.': 'Dites pourquoi le signalement est introduit.',
  'That would not be longer than it is kept now.': 'Ce ne serait pas plus long que la durée actuelle.',
  'An alert is not linked to itself.': 'Un signalement n’est pas lié à lui-même.',
  'Somebody changed this list meanwhile. Look at it again, then repeat.':
    'Quelqu’un a modifié cette liste entre-temps. Regardez-la de nouveau, puis recommencez.',
  'Give a name, a document number or a registration number.':
    'Indiquez un nom, un numéro de document ou une immatriculation.',
  'Somebody changed this alert meanwhile. Look at it again, then repeat.':
    'Quelqu’un a modifié ce signalement entre-temps. Regardez-le de nouveau, puis recommencez.',
  'Say in a sentence or more why this alert is still needed.':
    'Dites en une phrase ou plus pourquoi ce signalement reste nécessaire.',
  'Larger than 10 MB. Send it in parts.': 'Plus de 10 Mo. Envoyez-le en plusieurs parties.',
  'Say who may read it.': 'Dites qui peut la lire.',
  'Mend the quotation marks there.': 'Corrigez-y les guillemets.',
  'No column for a name, a document number, a plate or a vessel was found.':
    'Aucune colonne pour un nom, un numéro de document, une plaque ou un navire n’a été trouvée.',
  'Name the columns in the first line, for example id,family,given,birth,nationality,document number.':
    'Nommez les colonnes dans la première ligne, par exemple id,family,given,birth,nationality,document number.',
  'Put a cell that holds a separator in quotation marks.':
    'Mettez entre guillemets une cellule qui contient un séparateur.',
  'The line is not JSON.': 'La ligne n’est pas du JSON.',
  'Write one object a line, with double quotation marks.':
    'Écrivez un objet par ligne, avec des guillemets doubles.',
  'See the shape of a line in the help.': 'Voyez la forme d’une ligne dans l’aide.',
  'There is no sdnList in this file.': 'Ce fichier ne contient pas de sdnList.',
  'Send SDN.XML as OFAC publishes it.': 'Envoyez SDN.XML tel que l’OFAC le publie.',
  'The file declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.':
    'Le fichier déclare un type de document. C’est refusé, car cela peut chercher ou multiplier du contenu. Retirez la déclaration.',
  'There is no CONSOLIDATED_LIST in this file.': 'Ce fichier ne contient pas de CONSOLIDATED_LIST.',
  'Send the XML that the Security Council publishes.': 'Envoyez le XML que le Conseil de sécurité publie.',
  'Not UTF-8.': 'Ce n’est pas de l’UTF-8.',
  'Not a country code in use. Write three letters, for example SYR.':
    'Ce n’est pas un code de pays en usage. Écrivez trois lettres, par exemple SYR.',
  'Not a language code. Write two letters, for example el.':
    'Ce n’est pas un code de langue. Écrivez deux lettres, par exemple el.',
  'Not a period. Write for example 2026-11-22, 2026-11, 2026-Q4, 2026 or 2026-11-01/2026-11-15.':
    'Ce n’est pas une période. Écrivez par exemple 2026-11-22, 2026-11, 2026-Q4, 2026 ou 2026-11-01/2026-11-15.',
  'Not a State. Write its two letters, for example BG.':
    'Ce n’est pas un État. Écrivez ses deux lettres, par exemple BG.',
  'The file is empty.': 'Le fichier est vide.',
  'The picture is damaged, so where it was taken could not be removed from it. Save it anew.':
    'L’image est endommagée : le lieu de la prise de vue n’a pas pu en être retiré. Enregistrez-la de nouveau.',
  'A form carries at most 10 MB in all.': 'Un formulaire porte au plus 10 Mo en tout.',
  'The alert is your own: there is no other bureau to write to.':
    'Le signalement est le vôtre : il n’y a pas d’autre bureau à qui écrire.',
  'This form is sent by the bureau of the State that screened.':
    'Ce formulaire est envoyé par le bureau de l’État qui a contrôlé.',
  'Ask for information instead.': 'Demandez plutôt des informations.',
  'This form has been answered.': 'Ce formulaire a déjà reçu une réponse.',
  'This form has been answered: send another with the file.':
    'Ce formulaire a déjà reçu une réponse : envoyez-en un autre avec le fichier.',
  'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX: this is of another kind.':
    'Joignez un PDF, PNG, JPEG, WebP, texte brut, CSV, ODT, DOCX ou XLSX : ce fichier est d’un autre type.',
  'The picture is damaged. Save it anew, then attach it.':
    'L’image est endommagée. Enregistrez-la de nouveau, puis joignez-la.',
  'What was given is not like this alert. Give the name and the date of birth, or the document, as you have them before you.':
    'Ce qui a été indiqué ne ressemble pas à ce signalement. Indiquez le nom et la date de naissance, ou le document, tels que vous les avez devant vous.',
  'Somebody reviewed this hit meanwhile. Look at it again, then say what you think.':
    'Quelqu’un a examiné cette concordance entre-temps. Regardez-la de nouveau, puis prononcez-vous.',
  'A colleague has just said, of another hit on the same person, that it is not them. Look at why, then say what you think: what you wrote is still there.':
    'Un collègue vient de dire, au sujet d’une autre concordance sur la même personne, que ce n’est pas elle. Regardez pourquoi, puis prononcez-vous : ce que vous avez écrit est encore là.',
  'This hit is closed: there is nothing left to decide.':
    'Cette concordance est close : il n’y a plus rien à décider.',
  'Your verdict is there. A second officer must look at it: ask a colleague.':
    'Votre avis est enregistré. Un second agent doit examiner : demandez à un collègue.',
  'There is no such carrier, or it is not shared with you.':
    'Ce transporteur n’existe pas, ou n’est pas partagé avec vous.',
  'Say why. The reason is kept for as long as the data on the person.':
    'Dites pourquoi. Le motif est conservé aussi longtemps que les données sur la personne.',
  'A reason is needed for anything but boarding.': 'Un motif est nécessaire pour tout sauf l’embarquement.',
  'A second officer must look at this. Ask a colleague.':
    'Un second agent doit examiner cela. Demandez à un collègue.',
  'Somebody has decided anew in the meantime. Look at the newest decision.':
    'Quelqu’un a pris une nouvelle décision entre-temps. Regardez la plus récente.',
  'Show the key that the border authority gave you: Authorization: Bearer KEY. None was shown, or it opens nothing.':
    'Montrez la clé que l’autorité frontalière vous a donnée : Authorization: Bearer KEY. Aucune n’a été montrée, ou elle n’ouvre rien.',
  'There is no PAXLST, PNRGOV or CUSRES in this mail. Attach it as a file.':
    'Ce courriel ne contient ni PAXLST, ni PNRGOV, ni CUSRES. Joignez le message comme fichier.',
  'There is no such message, or it is not shared with you.':
    'Ce message n’existe pas, ou n’est pas partagé avec vous.',
  'Your authority has no gateway in force. The administrator can grant its mandate.':
    'Votre autorité n’a pas de passerelle en vigueur. L’administrateur peut en accorder le mandat.',
  'Three letters, such as RIX.': 'Trois lettres, comme RIX.',
  'The carrier’s code of two or three letters, such as ZZ.':
    'Le code du transporteur, de deux ou trois lettres, comme ZZ.',
  'Digits without the carrier, such as 123.': 'Des chiffres sans le transporteur, comme 123.',
  'Up to eight capitals or digits, such as 2Z.': 'Jusqu’à huit majuscules ou chiffres, comme 2Z.',
  'Write it as 1980-05-12.': 'Écrivez-la comme 1980-05-12.',
  'Write 1980-05-12, or 1980-05 or 1980 where no more is known.':
    'Écrivez 1980-05-12, ou 1980-05 ou 1980 si l’on n’en sait pas plus.',
  'Give surname and date of birth, or a document number.':
    'Indiquez le nom de famille et la date de naissance, ou un numéro de document.',
  'There is no message in it.': 'Il ne contient aucun message.',
  'This is no PAXLST, PNRGOV or CUSRES message that could be read.':
    'Ce n’est pas un message PAXLST, PNRGOV ou CUSRES lisible.',
  'The flight is another carrier’s. Each carrier announces its own, under its own key.':
    'Le vol est celui d’un autre transporteur. Chacun annonce les siens, avec sa propre clé.',
  'The message does not say which flight: its carrier, number and two places.':
    'Le message ne dit pas de quel vol il s’agit : transporteur, numéro et deux lieux.',
  'The message gives the flight neither a time of departure nor of arrival.':
    'Le message n’indique pour le vol ni heure de départ ni heure d’arrivée.',
  'Write YYYY-MM-DD, YYYY-MM or YYYY, or null.': 'Écrivez AAAA-MM-JJ, AAAA-MM ou AAAA, ou null.',
  'Each alert needs an id of its own.': 'Chaque signalement doit porter son propre identifiant (id).',
  'This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone. Nothing was read.':
    'Ce n’est ni PAXLST, ni PNRGOV, ni CUSRES, ni une zone de lecture automatique. Rien n’a été lu.',
  'Not recognised.': 'Non reconnu.',
  'Send the message as the carrier sent it.': 'Envoyez le message tel que le transporteur l’a envoyé.',
  'Larger than 10 MB. Send a smaller file.': 'Plus de 10 Mo. Envoyez un fichier plus petit.',
  'Three capital letters, for example EUR (ISO 4217).': 'Trois majuscules, par exemple EUR (ISO 4217).',
  // With a name or a figure at each {}; what stands there is said too where it is a sentence or word of ours.
  'This needs a mandate to {}. Your contact point can grant it.':
    'Il faut pour cela un autre mandat. Votre point de contact peut l’accorder.',
  'Your mandate does not cover the purpose {}. Choose one that it covers, or ask your contact point.':
    'Votre mandat ne couvre pas cette finalité. Choisissez-en une qu’il couvre, ou demandez à votre point de contact.',
  'Look at: {}.': 'À revoir : {}.',
  'There is no such {}, or it is not shared with you.': 'Cela n’existe pas, ou n’est pas partagé avec vous.',
  'Too many tries from here. Wait {} seconds, then try again.':
    'Trop d’essais d’ici. Attendez {} secondes, puis réessayez.',
  'It needs no answer any more: it was {}.': 'Elle n’attend plus de réponse ; état : {}.',
  'Nothing can be added any more: it is {}.': 'On ne peut plus rien y ajouter ; état : {}.',
  'This is not possible while it is {}. Look again.':
    'Ce n’est pas possible dans cet état : {}. Regardez de nouveau.',
  'This is not possible any more: it was {}.': 'Ce n’est plus possible ; état : {}.',
  draft: 'brouillon',
  returned: 'renvoyée à son auteur',
  submitted: 'chez le point de contact',
  validated: 'validée',
  issued: 'émise',
  expired: 'échue',
  superseded: 'remplacée',
  withdrawn: 'retirée',
  'Your mandate covers markings up to {}.': 'Votre mandat couvre les marquages jusqu’à {}.',
  '{} saved it at {}Z. Nothing was overwritten; compare the two.':
    '{} l’a enregistrée le {} (UTC). Rien n’a été écrasé ; comparez les deux.',
  'It was not sent: one thing is missing or does not fit.':
    'Rien n’a été envoyé : une chose manque ou ne convient pas.',
  'It was not sent: {} things are missing or do not fit.':
    'Rien n’a été envoyé : {} choses manquent ou ne conviennent pas.',
  '{} is after today, {}.': '{} est après ce jour, {}.',
  '“{}” is not a period: {}.': '« {} » n’est pas une période.',
  '{}: {} is more than {} ({}). Correct one of the two.':
    'Les nombres se contredisent : {2} dépasse {4}. Corrigez l’un des deux.',
  '{} is listed twice. Add the numbers in one row.':
    '{} figure deux fois. Additionnez les nombres sur une ligne.',
  'The file contains what looks like personal data in {} places.':
    'Le fichier contient à {} endroits ce qui ressemble à des données à caractère personnel.',
  'A warning carries at most {} files. Take one off first.':
    'Une alerte porte au plus {} fichiers. Retirez-en d’abord un.',
  '{} is of another kind than allowed. {}': '{} n’est pas d’un type admis. {}',
  'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX.':
    'Joignez un PDF, PNG, JPEG, WebP, texte brut, CSV, ODT, DOCX ou XLSX.',
  'This is not CAP 1.2: its namespace {} is missing.':
    'Ce n’est pas du CAP 1.2 : son espace de noms {} manque.',
  'Longer than our {} characters; its end was left out.':
    'Plus long que nos {} caractères ; la fin a été laissée de côté.',
  '“{}” could not be read as a time.': '« {} » n’a pas pu être lu comme une date.',
  '“{}” was read as credibility {}; how reliable the source is, is not known (F).':
    '« {} » a été lu comme crédibilité {} ; la fiabilité de la source n’est pas connue (F).',
  'The message has no content; write what happened before you issue it.':
    'Le message n’a pas de contenu ; écrivez ce qui s’est passé avant de l’émettre.',
  'The message has {} parts or languages; one was taken over.':
    'Le message a {} parties ou langues ; une a été reprise.',
  'The message is marked {}: it may not speak of a real event.':
    'Le message est marqué {} : il ne parle peut-être pas d’un fait réel.',
  'It is an {} of an earlier message; link the earlier warning by hand.':
    'C’est un {} d’un message antérieur ; liez à la main l’alerte antérieure.',
  'Written by {} as {}; say in the text where it comes from.':
    'Écrit par {} sous {} ; dites dans le texte d’où cela vient.',
  'nobody named': 'personne de nommé',
  'no number': 'aucun numéro',
  'Its signature was not checked.': 'Sa signature n’a pas été vérifiée.',
  'Not taken over: “{}”.': 'Non repris : « {} ».',
  'It names {} areas; the first was taken over.': 'Il nomme {} zones ; la première a été reprise.',
  'An edition as of {} is there already; this one is older.':
    'Une édition au {} est déjà là ; celle-ci est plus ancienne.',
  'The file has {} rows; its publisher counts {}. Is it whole?':
    'Le fichier a {} lignes ; son éditeur en compte {}. Est-il entier ?',
  'The figures add up to {}; the publisher’s to {}. Is it whole?':
    'Les chiffres font {} ; ceux de l’éditeur {}. Est-il entier ?',
  '{} row was rejected and nothing was imported. Mend it, or import without it.':
    '{} ligne a été refusée et rien n’a été importé. Corrigez-la, ou importez sans elle.',
  '{} rows were rejected and nothing was imported. Mend them, or import without them.':
    '{} lignes ont été refusées et rien n’a été importé. Corrigez-les, ou importez sans elles.',
  'The file is not well-formed. {}. Mend the quotation marks there.':
    'Le fichier est mal formé. {}. Corrigez-y les guillemets.',
  'The file is empty. Its first line must be {}.': 'Le fichier est vide. Sa première ligne doit être {}.',
  'The first line must be {}. It is {}. Is this the right source?':
    'La première ligne doit être {}. C’est {}. Est-ce la bonne source ?',
  '{} is an earlier alert’s id.': '{} est l’identifiant d’un signalement précédent.',
  '{} is not in TLP 2.0. Choose one of {}.': '{} n’est pas dans TLP 2.0. Choisissez parmi {}.',
  'Line {}, {} “{}”: {}': 'Ligne {}, {} « {} » : {}',
  'Write {} or less.': 'Écrivez {} ou moins.',
  'Write {}.': 'Écrivez {}.',
  'The border type is Land or Sea.': 'Le type de frontière est Land ou Sea.',
  'The month is written YYYY-MM, for example 2021-08.': 'Le mois s’écrit AAAA-MM, par exemple 2021-08.',
  'The number of detections is a whole number above 0; leave the row out where there were none.':
    'Le nombre de détections est un entier supérieur à 0 ; omettez la ligne s’il n’y en a pas eu.',
  'The day is written YYYY-MM-DD and must exist, for example 2021-08-30.':
    'Le jour s’écrit AAAA-MM-JJ et doit exister, par exemple 2021-08-30.',
  'The number of dead or missing persons is a whole number, 0 or more.':
    'Le nombre de morts ou de disparus est un entier, 0 ou plus.',
  '{} entry was rejected and nothing was imported. Mend it, or import without it.':
    '{} entrée a été refusée et rien n’a été importé. Corrigez-la, ou importez sans elle.',
  '{} entries were rejected and nothing was imported. Mend them, or import without them.':
    '{} entrées ont été refusées et rien n’a été importé. Corrigez-les, ou importez sans elles.',
  'Your mandate reaches to {}. Ask for a higher one to use {}.':
    'Votre mandat va jusqu’à {}. Demandez-en un plus élevé pour employer {}.',
  'Above your clearance, which is {}.': 'Au-dessus de votre habilitation, qui est {}.',
  'A list of {} does not ask for {}.': 'Une liste de type {} ne demande pas {}.',
  'A {} alert does not ask for {}.': 'Un signalement de type {} ne demande pas {}.',
  'The law opens a list of {} not for {}.': 'La loi n’ouvre pas une liste de type {} pour {}.',
  'Choose among {}.': 'Choisissez parmi {}.',
  'Choose {}.': 'Choisissez {}.',
  'none found, chosen by us': 'aucune source trouvée, notre propre choix',
  'At most {} months ({}).': 'Au plus {} mois ({}).',
  'At most {}.': 'Au plus {}.',
  'This list keeps for at most {} months at a time.':
    'Cette liste ne conserve que {} mois au plus à la fois.',
  'It stands until {} already.': 'Il vaut déjà jusqu’au {}.',
  'Give at least one {}.': 'Indiquez au moins un élément : {}.',
  'There is no month {}.': 'Il n’y a pas de mois {}.',
  '{}-{} has no day {}.': 'Le mois {1}-{2} n’a pas de jour {3}.',
  '“{}” is no date of birth. Write 1980-05-12, 1980-05 or 1980.':
    '« {} » n’est pas une date de naissance. Écrivez 1980-05-12, 1980-05 ou 1980.',
  '{} is too long ago to be a year of birth.': '{} est trop ancien pour être une année de naissance.',
  '{} has not been yet.': '{} n’est pas encore arrivé.',
  'The same entry stands on line {} already.': 'La même entrée figure déjà à la ligne {}.',
  'The table is not well-formed: {}.': 'Le tableau est mal formé : {}.',
  'The row has {} cells, the heading {}.': 'La ligne a {} cellules, l’en-tête {}.',
  'The row has {} cells; twelve are expected.': 'La ligne a {} cellules ; douze sont attendues.',
  'The file is not well-formed XML: {}': 'Le fichier n’est pas du XML bien formé : {}',
  'The column “{}” is not known and was left out.':
    'La colonne « {} » n’est pas connue et a été laissée de côté.',
  'Entry {}: {} “{}” is no country that is known here; left out.':
    'Entrée {} : {} « {} » n’est pas un pays connu ici ; laissé de côté.',
  'Entry {}: date of birth left out: {}': 'Entrée {} : date de naissance laissée de côté : {}',
  'This is the advanced form of the list (SDN_ADVANCED.XML), which is not read here.':
    'C’est la forme avancée de la liste (SDN_ADVANCED.XML), qui n’est pas lue ici.',
  'Take SDN.XML, or sdn.csv with alt.csv beside it: OFAC publishes the same persons in them.':
    'Prenez SDN.XML, ou sdn.csv accompagné d’alt.csv : l’OFAC y publie les mêmes personnes.',
  'Nothing was withdrawn: a line that could not be read may be about an alert that stands.':
    'Rien n’a été retiré : une ligne illisible concerne peut-être un signalement en vigueur.',
  'The field “{}” is not known and was left out.': 'Le champ « {} » n’est pas connu et a été omis.',
  '{}: not in the file; it would end.': '{} : absent du fichier ; il prendrait fin.',
  '{}: not in the file; it would end, and with it what was written by hand ({}).':
    '{} : absent du fichier ; il prendrait fin, et avec lui ce qui a été écrit à la main ({}).',
  '{}: what was written by hand gives way to the list ({}).':
    '{} : ce qui a été écrit à la main cède à la liste ({}).',
  identities: 'identités',
  documents: 'documents',
  objects: 'objets',
  flags: 'avertissements',
  action: 'conduite à tenir',
  marking: 'marquage',
  legalBasis: 'base juridique',
  endsOn: 'fin',
  particulars: 'particularités',
  ground: 'motifs',
  'identities: {}': 'identités : {}',
  'documents: {}': 'documents : {}',
  'objects: {}': 'objets : {}',
  'flags: {}': 'avertissements : {}',
  'action: {}': 'conduite à tenir : {}',
  'marking: {}': 'marquage : {}',
  'legalBasis: {}': 'base juridique : {}',
  'endsOn: {}': 'fin : {}',
  'particulars: {}': 'particularités : {}',
  'ground: {}': 'motifs : {}',
  '{}: stays as written by hand ({}).': '{} : reste comme écrit à la main ({}).',
  'Together with what was written by hand this is more than an alert can hold.':
    'Avec ce qui a été écrit à la main, c’est plus qu’un signalement ne peut contenir.',
  'Take out of the alert what is needed no longer, then bring the file in again.':
    'Retirez du signalement ce qui ne sert plus, puis importez de nouveau le fichier.',
  '{}: it would change ({}).': '{} : il changerait ({}).',
  'Entry {}: “{}” is no document that travellers show; left out.':
    'Entrée {} : « {} » n’est pas un document que présentent les voyageurs ; omis.',
  'Entry {}: {} of its names left out: 100 are kept.':
    'Entrée {} : {} de ses noms omis ; 100 sont conservés.',
  'Entry {}: its remarks are cut in this file and go on in sdn_comments.csv; take SDN.XML for the whole.':
    'Entrée {} : ses remarques sont coupées dans ce fichier et continuent dans sdn_comments.csv ; prenez SDN.XML pour le tout.',
  'Entry {}: document left out: “{}” has no number that could be read.':
    'Entrée {} : document omis : « {} » ne contient aucun numéro lisible.',
  'Entry {}: no longer listed since {}; left out.': 'Entrée {} : radiée depuis le {} ; omise.',
  'Write a day and time that there are, such as 2026-11-22T09:40.':
    'Écrivez un jour et une heure qui existent, p. ex. 2026-11-22T09:40.',
  '{} forms of yours about this hit wait for an answer. Wait for one of them, or call the other bureau.':
    '{} de vos formulaires sur cette concordance attendent une réponse. Attendez l’une d’elles, ou appelez l’autre bureau.',
  'A form carries at most {} files.': 'Un formulaire porte au plus {} fichiers.',
  'Line {}, {}: {}': 'Ligne {}, {} : {}',
  'Line {}: {}': 'Ligne {} : {}',
  'Your unit told this on {}; the owner answers by {}.':
    'Votre unité l’a dit le {} ; le propriétaire répond avant le {}.',
} as const
