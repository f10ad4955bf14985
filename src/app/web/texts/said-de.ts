/** What the server says, in German; each is known by its English sentence. */
export const texts = {
  'This is not a link of ours. Copy it whole.': 'Das ist keiner unserer Links. Kopieren Sie ihn ganz.',
  'Write a time of day as 22:00.': 'Schreiben Sie eine Uhrzeit wie 22:00.',
  'Not a time zone. Write it as Europe/Athens.':
    'Das ist keine Zeitzone. Schreiben Sie sie wie Europe/Athens.',
  'Give both ends of the quiet hours, or neither.':
    'Geben Sie Anfang und Ende der Ruhezeit an, oder keines von beiden.',
  'This passkey was not accepted. Try again; if it stays so, ask your contact point for a new enrolment link.':
    'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal; bleibt es dabei, bitten Sie Ihre Kontaktstelle um einen neuen Link.',
  'The passkey could not be checked. Begin again with the same link.':
    'Der Passkey konnte nicht geprüft werden. Beginnen Sie mit demselben Link von vorn.',
  'The terms of use have changed. Load the page again and read the new ones.':
    'Die Nutzungsbedingungen haben sich geändert. Laden Sie die Seite neu und lesen Sie die neuen.',
  'This is your only passkey. Add another one first; then remove this one.':
    'Das ist Ihr einziger Passkey. Fügen Sie erst einen anderen hinzu, dann entfernen Sie diesen.',
  'The mandate would end before it begins. Choose a later day.':
    'Das Mandat würde enden, bevor es beginnt. Wählen Sie einen späteren Tag.',
  'This link has been used or has run out. Ask your contact point for a new one.':
    'Dieser Link wurde schon benutzt oder ist abgelaufen. Bitten Sie Ihre Kontaktstelle um einen neuen.',
  'This needs a fresh sign-in. Sign in again and do it within ten minutes.':
    'Dafür ist eine frische Anmeldung nötig. Melden Sie sich neu an und tun Sie es innerhalb von zehn Minuten.',
  'This has passed already.': 'Das ist schon vorbei.',
  'Choose a later day.': 'Wählen Sie einen späteren Tag.',
  'The duty ends before it begins. Choose a later end.':
    'Der Dienst endet, bevor er beginnt. Wählen Sie ein späteres Ende.',
  'It was not sent: the text contains what looks like personal data.':
    'Es wurde nicht gesendet: Der Text enthält, was wie personenbezogene Daten aussieht.',
  'It was not sent: the text contains what looks like personal data. Warnings carry none.':
    'Es wurde nicht gesendet: Der Text enthält, was wie personenbezogene Daten aussieht. Warnungen enthalten keine.',
  'Your unit is not among the recipients, so no answer is asked of it.':
    'Ihre Stelle gehört nicht zu den Empfängern; von ihr wird keine Antwort erwartet.',
  'Write a sentence.': 'Schreiben Sie einen Satz.',
  'Files are attached to a draft. Take it back first by saving it.':
    'Dateien werden einem Entwurf angehängt. Holen Sie ihn erst durch Speichern zurück.',
  'It says that it was written by ICONet, but its fields do not fit our form. It was read like any other message.':
    'Sie gibt an, von ICONet zu stammen, doch ihre Felder passen nicht zu unserem Formular. Sie wurde wie jede andere Nachricht gelesen.',
  'Its coordinates could not be read.': 'Ihre Koordinaten konnten nicht gelesen werden.',
  'Only its middle was kept; our form holds one point.':
    'Nur ihre Mitte wurde übernommen; unser Formular fasst einen Punkt.',
  'A CAP message of more than 1 MB is refused.':
    'Eine CAP-Nachricht von mehr als 1 MB wird nicht angenommen.',
  'The message declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.':
    'Die Nachricht erklärt einen Dokumenttyp. Das wird nicht angenommen, weil es Inhalte nachladen oder vervielfachen kann. Nehmen Sie die Erklärung heraus.',
  'This is not a CAP message: it has no element alert.':
    'Das ist keine CAP-Nachricht: Das Element alert fehlt.',
  'The message has more elements than any warning needs.':
    'Die Nachricht hat mehr Elemente, als eine Warnung je braucht.',
  'Take these words out.': 'Nehmen Sie diese Wörter heraus.',
  'This is needed before it can be sent.': 'Das wird vor dem Senden gebraucht.',
  'Correct the date.': 'Berichtigen Sie das Datum.',
  'The lower price is above the higher one.': 'Der niedrigere Preis liegt über dem höheren.',
  'Exchange the two.': 'Vertauschen Sie die beiden.',
  'It would be expired before it is sent.': 'Sie wäre abgelaufen, bevor sie gesendet wird.',
  'No recipient could ever read it.': 'Kein Empfänger könnte sie je lesen.',
  'Recipients would lose it while it is in force.': 'Empfänger würden sie verlieren, solange sie noch gilt.',
  'Keep it at least as long.': 'Bewahren Sie sie mindestens so lange auf.',
  'The same warning is linked twice.': 'Dieselbe Warnung ist zweimal verknüpft.',
  'Take one of the links out.': 'Nehmen Sie eine der Verknüpfungen heraus.',
  'Write all, state:HR, authority:3 or unit:12.': 'Schreiben Sie all, state:HR, authority:3 oder unit:12.',
  'In your State the contact point validates a warning before it is issued. Submit it.':
    'In Ihrem Staat gibt die Kontaktstelle eine Warnung frei, bevor sie herausgeht. Legen Sie sie vor.',
  'The warning it updates is no longer in force: it was withdrawn or replaced. Issue a new one instead.':
    'Die Warnung, die sie ändert, gilt nicht mehr: Sie wurde zurückgezogen oder ersetzt. Geben Sie stattdessen eine neue heraus.',
  'In your State a warning needs no validation. Issue it.':
    'In Ihrem Staat braucht eine Warnung keine Freigabe. Geben Sie sie heraus.',
  'The contact point has it before it. Wait for its validation.':
    'Sie liegt der Kontaktstelle vor. Warten Sie auf die Freigabe.',
  'In your State the contact point validates who receives a warning. Begin a new version and add them there.':
    'In Ihrem Staat gibt die Kontaktstelle frei, wer eine Warnung erhält. Beginnen Sie eine neue Fassung und fügen Sie sie dort hinzu.',
  'You wrote this yourself. Your deputy, or somebody else who validates, must look at it.':
    'Sie haben das selbst geschrieben. Ihre Vertretung oder jemand anderes mit Freigaberecht muss es ansehen.',
  'The next page could not be found. Begin the list again.':
    'Die nächste Seite wurde nicht gefunden. Beginnen Sie die Liste von vorn.',
  'Not a place in this list.': 'Das ist keine Stelle in dieser Liste.',
  'Choose at least one route, country, citizenship or means of transport.':
    'Wählen Sie mindestens eine Route, ein Land, eine Staatsangehörigkeit oder ein Verkehrsmittel.',
  'The last month lies before the first. Exchange them.':
    'Der letzte Monat liegt vor dem ersten. Vertauschen Sie die beiden.',
  'Say the day of the publisher’s figures.': 'Nennen Sie den Stand der Zahlen des Herausgebers.',
  'The file could not be unpacked. Send CSV, plain or compressed with gzip.':
    'Die Datei konnte nicht entpackt werden. Senden Sie CSV, einfach oder mit gzip gepackt.',
  'A file needs its day.': 'Eine Datei braucht ihren Stand.',
  'Give asOf, for example 2026-11-01.': 'Geben Sie asOf an, zum Beispiel 2026-11-01.',
  'The address names one item and what was sent with it another.':
    'Die Adresse nennt einen Eintrag und das Gesendete einen anderen.',
  'The address names another one.': 'Die Adresse nennt einen anderen.',
  'Leave it out of the body.': 'Lassen Sie ihn im Inhalt weg.',
  'There is nothing at this address.': 'Unter dieser Adresse ist nichts.',
  'There is no such operation. See /api/openapi.json.':
    'Diesen Vorgang gibt es nicht. Siehe /api/openapi.json.',
  'The form could not be read. Send multipart/form-data with its boundary.':
    'Das Formular konnte nicht gelesen werden. Senden Sie multipart/form-data mit seiner Trennmarke (boundary).',
  'The demonstration answers on this machine only, at localhost.':
    'Die Vorführung antwortet nur auf diesem Rechner, unter localhost.',
  'This request came from another site and was not carried out.':
    'Diese Anfrage kam von einer anderen Website und wurde nicht ausgeführt.',
  'Idempotency-Key must be 8 to 100 letters, digits, hyphens or underscores.':
    'Idempotency-Key muss aus 8 bis 100 Buchstaben, Ziffern, Binde- oder Unterstrichen bestehen.',
  'The request could not be read, or did not end in time.':
    'Die Anfrage konnte nicht gelesen werden oder endete nicht rechtzeitig.',
  'The body is too large: at most 12 MB, an attachment 10 MB, an EDIFACT message 8 MB. Send it in parts.':
    'Die Sendung ist zu groß: höchstens 12 MB, ein Anhang 10 MB, eine EDIFACT-Nachricht 8 MB. Senden Sie sie in Teilen.',
  'Send application/json, or multipart/form-data for attachments.':
    'Senden Sie application/json, oder multipart/form-data für Anhänge.',
  'The request could not be read. Check that the body is well-formed JSON.':
    'Die Anfrage konnte nicht gelesen werden. Prüfen Sie, ob der Inhalt wohlgeformtes JSON ist.',
  'The request could not be read. Check its address and body.':
    'Die Anfrage konnte nicht gelesen werden. Prüfen Sie Adresse und Inhalt.',
  'Read and accept the terms of use; then everything within your mandate opens.':
    'Lesen und akzeptieren Sie die Nutzungsbedingungen; dann öffnet sich alles, was Ihr Mandat umfasst.',
  'Say what the personal data is needed for; it is kept in the record.':
    'Sagen Sie, wofür die personenbezogenen Daten gebraucht werden; das steht im Protokoll.',
  'This submission key was used for something else. Send again with a new one.':
    'Dieser Sendeschlüssel wurde für etwas anderes benutzt. Senden Sie mit einem neuen.',
  'There is no such item, or it is not yours to change.':
    'Diesen Eintrag gibt es nicht, oder Sie dürfen ihn nicht ändern.',
  'Something with the same number or name exists already.':
    'Etwas mit derselben Nummer oder demselben Namen gibt es schon.',
  'A value does not fit. Check the codes, dates and lengths.':
    'Ein Wert passt nicht. Prüfen Sie Codes, Daten und Längen.',
  'Somebody else changed it at the same moment. Look again and repeat.':
    'Jemand anderes hat es im selben Augenblick geändert. Sehen Sie noch einmal hin und wiederholen Sie es.',
  'The database does not answer. Nothing was changed; try again in a moment.':
    'Die Datenbank antwortet nicht. Es wurde nichts geändert; versuchen Sie es gleich noch einmal.',
  'Not JSON.': 'Das ist kein JSON.',
} as const
