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
  'Send application/json, multipart/form-data for files, or application/edifact for messages of carriers.':
    'Senden Sie application/json, multipart/form-data für Dateien oder application/edifact für Nachrichten von Luftfahrtunternehmen.',
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
  'A day needs its month. Write 1980-05-12, 1980-05 or 1980.':
    'Ein Tag braucht seinen Monat. Schreiben Sie 1980-05-12, 1980-05 oder 1980.',
  'The file is not UTF-8 text. Save it as UTF-8 and send it again.':
    'Die Datei ist kein UTF-8-Text. Speichern Sie sie als UTF-8 und senden Sie sie noch einmal.',
  'Above your clearance.': 'Über Ihrer Freigabe.',
  'Keep one of the two.': 'Behalten Sie eines von beiden.',
  'The file holds nothing for this list. Withdrawing all of it for that is refused.':
    'Die Datei enthält nichts für diese Liste. Deshalb alles zurückzuziehen wird abgelehnt.',
  'An alert on a person needs an identity with a name.':
    'Eine Ausschreibung zu einer Person braucht eine Identität mit einem Namen.',
  'A misused identity is the victim’s. Give the identity of the person sought too.':
    'Eine missbrauchte Identität ist die des Opfers. Geben Sie auch die Identität der gesuchten Person an.',
  'A range of documents belongs on a list of documents.':
    'Eine Reihe von Dokumenten gehört auf eine Liste von Dokumenten.',
  'Only an alert on a person carries such warnings.':
    'Nur eine Ausschreibung zu einer Person trägt solche Warnhinweise.',
  'Give at least one document.': 'Geben Sie mindestens ein Dokument an.',
  'Say why the document is sought: stolen, lost, blank, revoked, misappropriated.':
    'Sagen Sie, warum das Dokument gesucht wird: gestohlen, verloren, blanko, widerrufen, unterschlagen.',
  'Voluntary departure and suspension belong to return decisions.':
    'Freiwillige Ausreise und Aussetzung gehören zu Rückkehrentscheidungen.',
  'The decision ended before today.': 'Die Entscheidung endete vor dem heutigen Tag.',
  'The warning comes before the review.': 'Die Warnung kommt vor der Überprüfung.',
  'Not a day. Write for example 2026-11-22.': 'Das ist kein Tag. Schreiben Sie zum Beispiel 2026-11-22.',
  'A name needs at least one part.': 'Ein Name braucht mindestens einen Teil.',
  'An identity needs a name.': 'Eine Identität braucht einen Namen.',
  'A document number has at least two letters or digits.':
    'Eine Dokumentennummer hat mindestens zwei Buchstaben oder Ziffern.',
  'Not a document number.': 'Das ist keine Dokumentennummer.',
  'The last number of a range is as long as the first and not before it.':
    'Die letzte Nummer einer Reihe ist so lang wie die erste und liegt nicht vor ihr.',
  'It would have expired before it was issued.': 'Es wäre abgelaufen, bevor es ausgestellt wurde.',
  'An IMO number has seven digits.': 'Eine IMO-Nummer hat sieben Ziffern.',
  'An MMSI has nine digits.': 'Eine MMSI hat neun Ziffern.',
  'Give a registration number, VIN, name, IMO number, MMSI or call sign.':
    'Geben Sie ein Kennzeichen, eine FIN, einen Namen, eine IMO-Nummer, eine MMSI oder ein Rufzeichen an.',
  'Say why the alert is entered.': 'Sagen Sie, warum ausgeschrieben wird.',
  'That would not be longer than it is kept now.':
    'Das wäre nicht länger, als es jetzt schon aufbewahrt wird.',
  'An alert is not linked to itself.': 'Eine Ausschreibung wird nicht mit sich selbst verknüpft.',
  'Somebody changed this list meanwhile. Look at it again, then repeat.':
    'Jemand hat diese Liste inzwischen geändert. Sehen Sie sie neu an und wiederholen Sie es.',
  'Give a name, a document number or a registration number.':
    'Geben Sie einen Namen, eine Dokumentennummer oder ein Kennzeichen an.',
  'Somebody changed this alert meanwhile. Look at it again, then repeat.':
    'Jemand hat diese Ausschreibung inzwischen geändert. Sehen Sie sie neu an und wiederholen Sie es.',
  'Say in a sentence or more why this alert is still needed.':
    'Sagen Sie in einem Satz oder mehr, warum diese Ausschreibung weiter nötig ist.',
  'Larger than 10 MB. Send it in parts.': 'Größer als 10 MB. Senden Sie es in Teilen.',
  'Say who may read it.': 'Sagen Sie, wer sie lesen darf.',
  'Mend the quotation marks there.': 'Berichtigen Sie dort die Anführungszeichen.',
  'No column for a name, a document number, a plate or a vessel was found.':
    'Es wurde keine Spalte für einen Namen, eine Dokumentennummer, ein Kennzeichen oder ein Schiff gefunden.',
  'Name the columns in the first line, for example id,family,given,birth,nationality,document number.':
    'Benennen Sie die Spalten in der ersten Zeile, zum Beispiel id,family,given,birth,nationality,document number.',
  'Put a cell that holds a separator in quotation marks.':
    'Setzen Sie eine Zelle mit einem Trennzeichen in Anführungszeichen.',
  'The line is not JSON.': 'Die Zeile ist kein JSON.',
  'Write one object a line, with double quotation marks.':
    'Schreiben Sie ein Objekt je Zeile, mit doppelten Anführungszeichen.',
  'See the shape of a line in the help.': 'Die Form einer Zeile steht in der Hilfe.',
  'There is no sdnList in this file.': 'In dieser Datei gibt es keine sdnList.',
  'Send SDN.XML as OFAC publishes it.': 'Senden Sie SDN.XML so, wie die OFAC es veröffentlicht.',
  'The file declares a document type. That is refused, because it can fetch or multiply content. Take the declaration out.':
    'Die Datei erklärt einen Dokumenttyp. Das wird abgelehnt, weil es Inhalte holen oder vervielfachen kann. Nehmen Sie die Erklärung heraus.',
  'There is no CONSOLIDATED_LIST in this file.': 'In dieser Datei gibt es keine CONSOLIDATED_LIST.',
  'Send the XML that the Security Council publishes.':
    'Senden Sie das XML, das der Sicherheitsrat veröffentlicht.',
  'Not UTF-8.': 'Das ist kein UTF-8.',
  'Not a country code in use. Write three letters, for example SYR.':
    'Das ist kein gebräuchlicher Ländercode. Schreiben Sie drei Buchstaben, zum Beispiel SYR.',
  'Not a language code. Write two letters, for example el.':
    'Das ist kein Sprachcode. Schreiben Sie zwei Buchstaben, zum Beispiel el.',
  'Not a period. Write for example 2026-11-22, 2026-11, 2026-Q4, 2026 or 2026-11-01/2026-11-15.':
    'Das ist kein Zeitraum. Schreiben Sie zum Beispiel 2026-11-22, 2026-11, 2026-Q4, 2026 oder 2026-11-01/2026-11-15.',
  'Not a State. Write its two letters, for example BG.':
    'Das ist kein Staat. Schreiben Sie seine zwei Buchstaben, zum Beispiel BG.',
  'The file is empty.': 'Die Datei ist leer.',
  'The picture is damaged, so where it was taken could not be removed from it. Save it anew.':
    'Das Bild ist beschädigt; deshalb ließ sich der Aufnahmeort nicht daraus entfernen. Speichern Sie es neu.',
  'A form carries at most 10 MB in all.': 'Ein Formular trägt zusammen höchstens 10 MB.',
  'The alert is your own: there is no other bureau to write to.':
    'Es ist Ihre eigene Ausschreibung: Es gibt kein anderes Büro, dem Sie schreiben könnten.',
  'This form is sent by the bureau of the State that screened.':
    'Dieses Formular sendet das Büro des Staates, der geprüft hat.',
  'Ask for information instead.': 'Bitten Sie stattdessen um Informationen.',
  'This form has been answered.': 'Dieses Formular ist beantwortet.',
  'This form has been answered: send another with the file.':
    'Dieses Formular ist beantwortet: Senden Sie ein weiteres mit der Datei.',
  'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX: this is of another kind.':
    'Hängen Sie PDF, PNG, JPEG, WebP, reinen Text, CSV, ODT, DOCX oder XLSX an: Diese Datei ist von anderer Art.',
  'The picture is damaged. Save it anew, then attach it.':
    'Das Bild ist beschädigt. Speichern Sie es neu, dann hängen Sie es an.',
  'What was given is not like this alert. Give the name and the date of birth, or the document, as you have them before you.':
    'Die Angaben ähneln dieser Ausschreibung nicht. Geben Sie Name und Geburtsdatum oder das Dokument so an, wie sie Ihnen vorliegen.',
  'Somebody reviewed this hit meanwhile. Look at it again, then say what you think.':
    'Jemand hat diesen Treffer inzwischen geprüft. Sehen Sie ihn neu an, dann urteilen Sie.',
  'A colleague has just said, of another hit on the same person, that it is not them. Look at why, then say what you think: what you wrote is still there.':
    'Eine Kollegin oder ein Kollege hat soeben zu einem anderen Treffer derselben Person gesagt, dass sie es nicht ist. Sehen Sie nach, warum, dann urteilen Sie: Was Sie geschrieben haben, steht noch da.',
  'This hit is closed: there is nothing left to decide.':
    'Dieser Treffer ist geschlossen: Es ist nichts mehr zu entscheiden.',
  'Your verdict is there. A second officer must look at it: ask a colleague.':
    'Ihr Urteil liegt vor. Nun muss ein zweiter Bediensteter prüfen: Fragen Sie jemanden aus dem Kollegium.',
  'There is no such carrier, or it is not shared with you.':
    'Dieses Luftfahrtunternehmen gibt es nicht, oder es ist nicht mit Ihnen geteilt.',
  'Say why. The reason is kept for as long as the data on the person.':
    'Sagen Sie, warum. Der Grund wird so lange aufbewahrt wie die Daten über die Person.',
  'A reason is needed for anything but boarding.': 'Für alles außer dem Einsteigen wird ein Grund gebraucht.',
  'A second officer must look at this. Ask a colleague.':
    'Das muss ein zweiter Bediensteter ansehen. Fragen Sie jemanden aus dem Kollegium.',
  'Somebody has decided anew in the meantime. Look at the newest decision.':
    'Jemand hat inzwischen neu entschieden. Sehen Sie die neueste Entscheidung an.',
  'Show the key that the border authority gave you: Authorization: Bearer KEY. None was shown, or it opens nothing.':
    'Zeigen Sie den Schlüssel, den Ihnen die Grenzbehörde gab: Authorization: Bearer KEY. Es wurde keiner gezeigt, oder er öffnet nichts.',
  'There is no PAXLST, PNRGOV or CUSRES in this mail. Attach it as a file.':
    'In dieser Mail ist weder PAXLST noch PNRGOV noch CUSRES. Hängen Sie die Meldung als Datei an.',
  'There is no such message, or it is not shared with you.':
    'Diese Meldung gibt es nicht, oder sie ist nicht mit Ihnen geteilt.',
  'Your authority has no gateway in force. The administrator can grant its mandate.':
    'Ihre Behörde hat keine gültige Annahmestelle. Die Verwaltung des Netzes kann ihr das Mandat erteilen.',
  'Three letters, such as RIX.': 'Drei Buchstaben, wie RIX.',
  'The carrier’s code of two or three letters, such as ZZ.':
    'Der Code des Luftfahrtunternehmens aus zwei oder drei Buchstaben, wie ZZ.',
  'Digits without the carrier, such as 123.': 'Ziffern ohne das Luftfahrtunternehmen, wie 123.',
  'Up to eight capitals or digits, such as 2Z.': 'Bis zu acht Großbuchstaben oder Ziffern, wie 2Z.',
  'Write it as 1980-05-12.': 'Schreiben Sie es wie 1980-05-12.',
  'Write 1980-05-12, or 1980-05 or 1980 where no more is known.':
    'Schreiben Sie 1980-05-12, oder 1980-05 oder 1980, wo nicht mehr bekannt ist.',
  'Give surname and date of birth, or a document number.':
    'Geben Sie Nachname und Geburtsdatum oder eine Dokumentennummer an.',
  'There is no message in it.': 'Darin ist keine Meldung.',
  'This is no PAXLST, PNRGOV or CUSRES message that could be read.':
    'Das ist keine lesbare Meldung PAXLST, PNRGOV oder CUSRES.',
  'The flight is another carrier’s. Each carrier announces its own, under its own key.':
    'Der Flug gehört einem anderen Luftfahrtunternehmen. Jedes meldet seine eigenen, unter eigenem Schlüssel.',
  'The message does not say which flight: its carrier, number and two places.':
    'Die Meldung sagt nicht, welcher Flug: Unternehmen, Nummer und zwei Orte.',
  'The message gives the flight neither a time of departure nor of arrival.':
    'Die Meldung nennt für den Flug weder Abflug- noch Ankunftszeit.',
  'Write YYYY-MM-DD, YYYY-MM or YYYY, or null.': 'Schreiben Sie JJJJ-MM-TT, JJJJ-MM oder JJJJ, oder null.',
  'Each alert needs an id of its own.': 'Jede Ausschreibung braucht eine eigene Kennung (id).',
  'This is none of PAXLST, PNRGOV, CUSRES or a machine-readable zone. Nothing was read.':
    'Das ist weder PAXLST noch PNRGOV, CUSRES oder eine maschinenlesbare Zone. Nichts wurde gelesen.',
  'Not recognised.': 'Nicht erkannt.',
  'Send the message as the carrier sent it.':
    'Senden Sie die Meldung, wie das Luftfahrtunternehmen sie gesandt hat.',
  'Larger than 10 MB. Send a smaller file.': 'Größer als 10 MB. Senden Sie eine kleinere Datei.',
  'Three capital letters, for example EUR (ISO 4217).': 'Drei Großbuchstaben, zum Beispiel EUR (ISO 4217).',
  // With a name or a figure at each {}; what stands there is said too where it is a sentence or word of ours.
  'This needs a mandate to {}. Your contact point can grant it.':
    'Dafür braucht es ein anderes Mandat. Ihre Kontaktstelle kann es erteilen.',
  'Your mandate does not cover the purpose {}. Choose one that it covers, or ask your contact point.':
    'Ihr Mandat deckt diesen Zweck nicht. Wählen Sie einen, den es deckt, oder fragen Sie Ihre Kontaktstelle.',
  'Look at: {}.': 'Zu prüfen: {}.',
  'There is no such {}, or it is not shared with you.':
    'Das gibt es nicht, oder es ist nicht mit Ihnen geteilt.',
  'Too many tries from here. Wait {} seconds, then try again.':
    'Zu viele Versuche von hier. Warten Sie {} Sekunden und versuchen Sie es dann erneut.',
  'It needs no answer any more: it was {}.': 'Sie braucht keine Antwort mehr; Stand: {}.',
  'Nothing can be added any more: it is {}.': 'Es kann nichts mehr hinzugefügt werden; Stand: {}.',
  'This is not possible while it is {}. Look again.':
    'Das geht in diesem Stand nicht: {}. Sehen Sie noch einmal nach.',
  'This is not possible any more: it was {}.': 'Das ist nicht mehr möglich; Stand: {}.',
  draft: 'Entwurf',
  returned: 'an die verfassende Person zurückgegeben',
  submitted: 'bei der Kontaktstelle',
  validated: 'freigegeben',
  issued: 'herausgegeben',
  expired: 'abgelaufen',
  superseded: 'ersetzt',
  withdrawn: 'zurückgezogen',
  'Your mandate covers markings up to {}.': 'Ihr Mandat deckt Einstufungen bis {}.',
  '{} saved it at {}Z. Nothing was overwritten; compare the two.':
    '{} hat sie am {} (UTC) gespeichert. Nichts wurde überschrieben; vergleichen Sie beide.',
  'It was not sent: one thing is missing or does not fit.':
    'Nichts wurde gesendet: Eines fehlt oder passt nicht.',
  'It was not sent: {} things are missing or do not fit.':
    'Nichts wurde gesendet: {} Dinge fehlen oder passen nicht.',
  '{} is after today, {}.': '{} liegt nach dem heutigen Tag, {}.',
  '“{}” is not a period: {}.': '„{}“ ist kein Zeitraum.',
  '{}: {} is more than {} ({}). Correct one of the two.':
    'Die Zahlen widersprechen sich: {2} ist mehr als {4}. Berichtigen Sie eine von beiden.',
  '{} is listed twice. Add the numbers in one row.':
    '{} steht zweimal da. Zählen Sie die Zahlen in einer Zeile zusammen.',
  'The file contains what looks like personal data in {} places.':
    'Die Datei enthält an {} Stellen, was wie personenbezogene Daten aussieht.',
  'A warning carries at most {} files. Take one off first.':
    'Eine Warnung trägt höchstens {} Dateien. Nehmen Sie zuerst eine ab.',
  '{} is of another kind than allowed. {}': '{} ist von keiner erlaubten Art. {}',
  'Attach PDF, PNG, JPEG, WebP, plain text, CSV, ODT, DOCX or XLSX.':
    'Hängen Sie PDF, PNG, JPEG, WebP, reinen Text, CSV, ODT, DOCX oder XLSX an.',
  'This is not CAP 1.2: its namespace {} is missing.': 'Das ist kein CAP 1.2: Sein Namensraum {} fehlt.',
  'Longer than our {} characters; its end was left out.':
    'Länger als unsere {} Zeichen; das Ende wurde weggelassen.',
  '“{}” could not be read as a time.': '„{}“ konnte nicht als Zeitpunkt gelesen werden.',
  '“{}” was read as credibility {}; how reliable the source is, is not known (F).':
    '„{}“ wurde als Glaubwürdigkeit {} gelesen; wie zuverlässig die Quelle ist, ist nicht bekannt (F).',
  'The message has no content; write what happened before you issue it.':
    'Die Nachricht hat keinen Inhalt; schreiben Sie, was geschehen ist, bevor Sie sie herausgeben.',
  'The message has {} parts or languages; one was taken over.':
    'Die Nachricht hat {} Teile oder Sprachen; eine wurde übernommen.',
  'The message is marked {}: it may not speak of a real event.':
    'Die Nachricht ist mit {} gekennzeichnet: Sie spricht vielleicht nicht von einem wirklichen Ereignis.',
  'It is an {} of an earlier message; link the earlier warning by hand.':
    'Sie ist ein {} einer früheren Nachricht; verknüpfen Sie die frühere Warnung von Hand.',
  'Written by {} as {}; say in the text where it comes from.':
    'Geschrieben von {} als {}; sagen Sie im Text, woher es kommt.',
  'nobody named': 'niemand Genanntem',
  'no number': 'ohne Nummer',
  'Its signature was not checked.': 'Ihre Signatur wurde nicht geprüft.',
  'Not taken over: “{}”.': 'Nicht übernommen: „{}“.',
  'It names {} areas; the first was taken over.': 'Sie nennt {} Gebiete; das erste wurde übernommen.',
  'An edition as of {} is there already; this one is older.':
    'Eine Ausgabe mit Stand {} ist schon da; diese ist älter.',
  'The file has {} rows; its publisher counts {}. Is it whole?':
    'Die Datei hat {} Zeilen; ihr Herausgeber zählt {}. Ist sie vollständig?',
  'The figures add up to {}; the publisher’s to {}. Is it whole?':
    'Die Zahlen ergeben {}; die des Herausgebers {}. Ist sie vollständig?',
  '{} row was rejected and nothing was imported. Mend it, or import without it.':
    '{} Zeile wurde abgewiesen und nichts wurde importiert. Berichtigen Sie sie, oder importieren Sie ohne sie.',
  '{} rows were rejected and nothing was imported. Mend them, or import without them.':
    '{} Zeilen wurden abgewiesen und nichts wurde importiert. Berichtigen Sie sie, oder importieren Sie ohne sie.',
  'The file is not well-formed. {}. Mend the quotation marks there.':
    'Die Datei ist nicht wohlgeformt. {}. Berichtigen Sie dort die Anführungszeichen.',
  'The file is empty. Its first line must be {}.': 'Die Datei ist leer. Ihre erste Zeile muss {} sein.',
  'The first line must be {}. It is {}. Is this the right source?':
    'Die erste Zeile muss {} sein. Sie ist {}. Ist das die richtige Quelle?',
  '{} is an earlier alert’s id.': '{} ist die Kennung einer früheren Ausschreibung.',
  '{} is not in TLP 2.0. Choose one of {}.': '{} gibt es in TLP 2.0 nicht. Wählen Sie aus {}.',
  'Line {}, {} “{}”: {}': 'Zeile {}, {} „{}“: {}',
  'Write {} or less.': 'Schreiben Sie {} oder weniger.',
  'Write {}.': 'Schreiben Sie {}.',
  'The border type is Land or Sea.': 'Die Art der Grenze ist Land oder Sea.',
  'The month is written YYYY-MM, for example 2021-08.':
    'Der Monat wird JJJJ-MM geschrieben, zum Beispiel 2021-08.',
  'The number of detections is a whole number above 0; leave the row out where there were none.':
    'Die Zahl der Feststellungen ist eine ganze Zahl über 0; lassen Sie die Zeile weg, wo es keine gab.',
  'The day is written YYYY-MM-DD and must exist, for example 2021-08-30.':
    'Der Tag wird JJJJ-MM-TT geschrieben und muss bestehen, zum Beispiel 2021-08-30.',
  'The number of dead or missing persons is a whole number, 0 or more.':
    'Die Zahl der Toten oder Vermissten ist eine ganze Zahl, 0 oder mehr.',
  '{} entry was rejected and nothing was imported. Mend it, or import without it.':
    '{} Eintrag wurde abgelehnt und nichts eingelesen. Berichtigen Sie ihn, oder lesen Sie ohne ihn ein.',
  '{} entries were rejected and nothing was imported. Mend them, or import without them.':
    '{} Einträge wurden abgelehnt und nichts eingelesen. Berichtigen Sie sie, oder lesen Sie ohne sie ein.',
  'Your mandate reaches to {}. Ask for a higher one to use {}.':
    'Ihr Mandat reicht bis {}. Bitten Sie um ein höheres, um {} zu verwenden.',
  'Above your clearance, which is {}.': 'Über Ihrer Ermächtigung, die {} ist.',
  'A list of {} does not ask for {}.': 'Eine Liste der Art {} verlangt nicht {}.',
  'A {} alert does not ask for {}.': 'Eine Ausschreibung der Art {} verlangt nicht {}.',
  'The law opens a list of {} not for {}.': 'Das Recht öffnet eine Liste der Art {} nicht für {}.',
  'Choose among {}.': 'Wählen Sie unter {}.',
  'Choose {}.': 'Wählen Sie {}.',
  'none found, chosen by us': 'keine Quelle gefunden, selbst gewählt',
  'At most {} months ({}).': 'Höchstens {} Monate ({}).',
  'At most {}.': 'Höchstens {}.',
  'This list keeps for at most {} months at a time.': 'Diese Liste bewahrt höchstens {} Monate am Stück auf.',
  'It stands until {} already.': 'Sie gilt bereits bis {}.',
  'Give at least one {}.': 'Geben Sie mindestens eines an: {}.',
  'There is no month {}.': 'Einen Monat {} gibt es nicht.',
  '{}-{} has no day {}.': 'Der Monat {1}-{2} hat keinen Tag {3}.',
  '“{}” is no date of birth. Write 1980-05-12, 1980-05 or 1980.':
    '„{}“ ist kein Geburtsdatum. Schreiben Sie 1980-05-12, 1980-05 oder 1980.',
  '{} is too long ago to be a year of birth.': '{} liegt für ein Geburtsjahr zu lange zurück.',
  '{} has not been yet.': '{} liegt noch in der Zukunft.',
  'The same entry stands on line {} already.': 'Derselbe Eintrag steht schon in Zeile {}.',
  'The table is not well-formed: {}.': 'Die Tabelle ist nicht wohlgeformt: {}.',
  'The row has {} cells, the heading {}.': 'Die Zeile hat {} Zellen, die Überschrift {}.',
  'The row has {} cells; twelve are expected.': 'Die Zeile hat {} Zellen; zwölf werden erwartet.',
  'The file is not well-formed XML: {}': 'Die Datei ist kein wohlgeformtes XML: {}',
  'The column “{}” is not known and was left out.':
    'Die Spalte „{}“ ist nicht bekannt und wurde ausgelassen.',
  'Entry {}: {} “{}” is no country that is known here; left out.':
    'Eintrag {}: {} „{}“ ist kein hier bekanntes Land; ausgelassen.',
  'Entry {}: date of birth left out: {}': 'Eintrag {}: Geburtsdatum ausgelassen: {}',
  'This is the advanced form of the list (SDN_ADVANCED.XML), which is not read here.':
    'Das ist die erweiterte Fassung der Liste (SDN_ADVANCED.XML), die hier nicht gelesen wird.',
  'Take SDN.XML, or sdn.csv with alt.csv beside it: OFAC publishes the same persons in them.':
    'Nehmen Sie SDN.XML oder sdn.csv mit alt.csv daneben: Das OFAC veröffentlicht darin dieselben Personen.',
  'Nothing was withdrawn: a line that could not be read may be about an alert that stands.':
    'Nichts wurde zurückgezogen: Eine unlesbare Zeile kann von einer Ausschreibung handeln, die besteht.',
  'The field “{}” is not known and was left out.': 'Das Feld „{}“ ist nicht bekannt und wurde ausgelassen.',
  '{}: not in the file; it would end.': '{}: nicht in der Datei; sie würde enden.',
  '{}: not in the file; it would end, and with it what was written by hand ({}).':
    '{}: nicht in der Datei; sie würde enden, und mit ihr von Hand Geschriebenes ({}).',
  '{}: what was written by hand gives way to the list ({}).':
    '{}: von Hand Geschriebenes weicht der Liste ({}).',
  identities: 'Identitäten',
  documents: 'Dokumente',
  objects: 'Gegenstände',
  flags: 'Warnhinweise',
  action: 'Maßnahme',
  marking: 'Kennzeichnung',
  legalBasis: 'Rechtsgrundlage',
  endsOn: 'Ende',
  particulars: 'Besonderheiten',
  ground: 'Gründe',
  'identities: {}': 'Identitäten: {}',
  'documents: {}': 'Dokumente: {}',
  'objects: {}': 'Gegenstände: {}',
  'flags: {}': 'Warnhinweise: {}',
  'action: {}': 'Maßnahme: {}',
  'marking: {}': 'Kennzeichnung: {}',
  'legalBasis: {}': 'Rechtsgrundlage: {}',
  'endsOn: {}': 'Ende: {}',
  'particulars: {}': 'Besonderheiten: {}',
  'ground: {}': 'Gründe: {}',
  '{}: stays as written by hand ({}).': '{}: bleibt wie von Hand geschrieben ({}).',
  'Together with what was written by hand this is more than an alert can hold.':
    'Mit dem von Hand Geschriebenen ist das mehr, als eine Ausschreibung fasst.',
  'Take out of the alert what is needed no longer, then bring the file in again.':
    'Nehmen Sie aus der Ausschreibung, was nicht mehr gebraucht wird, und lesen Sie die Datei dann noch einmal ein.',
  '{}: it would change ({}).': '{}: sie würde geändert ({}).',
  'Entry {}: “{}” is no document that travellers show; left out.':
    'Eintrag {}: „{}“ ist kein Dokument, das Reisende vorlegen; ausgelassen.',
  'Entry {}: {} of its names left out: 100 are kept.':
    'Eintrag {}: {} seiner Namen ausgelassen; 100 werden behalten.',
  'Entry {}: its remarks are cut in this file and go on in sdn_comments.csv; take SDN.XML for the whole.':
    'Eintrag {}: Seine Bemerkungen sind in dieser Datei gekürzt und gehen in sdn_comments.csv weiter; nehmen Sie SDN.XML für das Ganze.',
  'Entry {}: document left out: “{}” has no number that could be read.':
    'Eintrag {}: Dokument ausgelassen: „{}“ enthält keine lesbare Nummer.',
  'Entry {}: no longer listed since {}; left out.': 'Eintrag {}: seit {} nicht mehr gelistet; ausgelassen.',
  'Write a day and time that there are, such as 2026-11-22T09:40.':
    'Tag und Uhrzeit so schreiben, dass es sie gibt, z. B. 2026-11-22T09:40.',
  '{} forms of yours about this hit wait for an answer. Wait for one of them, or call the other bureau.':
    '{} Ihrer Formulare zu diesem Treffer warten auf eine Antwort. Warten Sie eine davon ab, oder rufen Sie die andere Stelle an.',
  'A form carries at most {} files.': 'Ein Formular trägt höchstens {} Dateien.',
  'Line {}, {}: {}': 'Zeile {}, {}: {}',
  'Line {}: {}': 'Zeile {}: {}',
  'Your unit told this on {}; the owner answers by {}.':
    'Ihre Einheit hat das am {} gesagt; der Eigentümer antwortet bis {}.',
} as const
