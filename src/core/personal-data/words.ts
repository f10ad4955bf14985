import { givenNames, surnames } from './name-words.ts'
import { key, type Text } from './text.ts'

/** What a word tells the rules. A word may tell several things. */
export const tells = {
  birth: 1,
  document: 2,
  number: 4,
  phone: 8,
  title: 16,
  role: 32,
  given: 64,
  notName: 128,
  namedThing: 256,
  particle: 512,
  limit: 1024,
  identity: 2048,
  account: 4096,
  plate: 8192,
  notDocument: 16_384,
  surname: 32_768,
  onDate: 65_536,
  counted: 131_072,
  named: 262_144,
  nationality: 524_288,
  at: 1_048_576,
  dot: 2_097_152,
  plural: 4_194_304,
  money: 8_388_608,
  placeBefore: 16_777_216,
  placePrefix: 33_554_432,
} as const

/**
 * Cue words by what they tell, in the languages of the Union and of the States it works with most; `_` joins a phrase.
 * Our own lists. Case and diacritics do not matter, and each word stands for itself, not for words that begin with it.
 */
const cues: readonly (readonly [number, string])[] = [
  [
    tells.birth,
    `born dob d.o.b. date_of_birth birth_date birthdate birthday birth_d date_birth d_o_b bday
    ne_le nee_le ne_e_le né_en née_en nés_le naissance date_de_naissance ddn
    geboren geb geburtsdatum geburtstag geb_am jahrgang geboortedatum geboren_op geborene gebürtig
    γεννημενος γεννημενη γεννηθεις γεννηθεισα γεννηθηκε γεννησης γεν ημ_γεννησης ημερομηνια_γεννησης γεννηση ημερ_γεννησης
    роден родена родена_на родени рожд рождения рождение рождена рожден раждане дата_на_раждане рождена_на д_р г_р род родился родилась
    народився народилася народження дата_народження рођен рођена датум_рођења роден_на датум_на_раѓање
    nacido nacida nacio fecha_de_nacimiento nacimiento f_nac fec_nac fdn
    nato_il nata_il nato_a nata_a nato_nel nata_nel nascita data_di_nascita nascido nascida nasceu nascimento data_de_nascimento
    nascut nascuta data_nasterii nastere născut_la
    مواليد المولود المولودة مولود مولودة ولد ولدت تاريخ_الميلاد تاريخ_الولادة الميلاد ميلاده ميلادها متولد تاريخ_تولد تولد پیدائش تاريخ_پيدائش
    dogumlu dogum dogum_tarihi d_t dogmus do_gum doğdu
    urodzony urodzona urodz data_urodzenia ur urodzil urodzila narozen narozena datum_narozeni nar narodený narodena datum_narodenia
    szuletett szul szuletesi_datum szuletesi_ido rođen rodjen rodena rodjena datum_rodenja datum_rojstva rojen rojena datumrodenja
    fodt fodselsdato född fodd fodelsedatum fodelsedag syntynyt synt syntymaaika syntymapaiva sundinud sunnikuupaev sünd dzimis dzimusi dzimsanas gimes gimusi gimimo_data gim
    lindur datelindja datelindje ditelindja breith data_tat_twelid twieled imwieled
    נולד נולדה תאריך_לידה ծնված ծննդյան დაბადებული დაბადების जन्म जन्मतिथि जन्म_तिथि জন্ম জন্ম_তারিখ 生年月日 出生 出生日期 생년월일 ተወለደ เกิด`,
  ],
  [
    tells.document,
    `passport passports passport_no ppt pptno passportnumber passportno travel_document traveldocument laissez-passer laissez_passer passeport passeports reisepass pass reisepasses passnummer reisepassnummer passnr passnr
    paspoort paspoortnummer pas passi pasnummer passnummer ειδικο διαβατηριο διαβατηριου διαβατηρια διαβ паспорт паспорта паспорту паспортом загранпаспорт паспорти паспортна пасош пасоша путна_исправа
    pasaporte pasaportes passaporto passaporti passaporte pasaport pasaportu paszport paszportu pas útlevél útlevel utlevel utlevelszam pasaportul pașaport pasaportului pașaportul
    cestovni_pas cestovny_pas potovnica putovnica pasos pass resepass passi pase pases kelionių passnr passi kelias passaport
    جواز جواز_سفر الجواز جوازه گذرنامه پاسپورت پاسپورٹ דרכון անձնագիր პასპორტი पासपोर्ट পাসপোর্ট 护照 旅券 パスポート 여권
    id_card identity_card idcard id_no id_nr id_number identity_document id_document national_id identity_no carte_d'identite carte_identite carte_d_identite cni cin pièce_d'identité piece_d_identite personalausweis ausweis ausweisnummer ausweisnr identitätskarte identiteitskaart
    ταυτοτητα ταυτοτητας αδτ δελτιο_ταυτοτητας лична_карта личната_карта лична_картa документ_за_самоличност удостоверение удостоверения удостоверение_личности личная_карта посвідчення
    dni nie documento_de_identidad documento_nacional carta_d'identita carta_d_identita carta_identita carta_identità documento_d_identita cartao_de_cidadao bilhete_de_identidade kimlik nüfus_cüzdanı nufus_cuzdani kimlik_kartı
    dowod_osobisty dowodu_osobistego dowod obcansky_prukaz op_číslo občiansky_preukaz obciansky_preukaz szemelyi_igazolvany szemelyi carte_de_identitate buletin buletinul osobna_iskaznica osobne_iskaznice osebna_izkaznica licna_karta lična_karta
    هوية بطاقة_هوية بطاقة_الهوية الهوية تذكرة تذكره تذکره تزکیره tazkira tazkera taskera henkilokortti legitimation identitetskort
    visa_no visa_sticker visa_number visa visas sticker vignette visum visumnummer visumaufkleber visummarke θεωρηση θεωρησης βιζα виза визата визы визу стикер визов_стикер visado visto visto_n vize vizesi vize_etiketi wiza wizy wize vizum viza viză تأشيرة التأشيرة فيزا ويزا ויזה
    residence_permit residence_title residence_document лк л_к residence_card permit_no permit permit_number titre_de_sejour carte_de_sejour recepisse aufenthaltstitel aufenthaltserlaubnis aufenthaltskarte verblijfstitel verblijfsvergunning
    αδεια_διαμονης αδειας_διαμονης разрешение_за_пребиваване карта_за_пребиваване вид_на_жительство permesso_di_soggiorno permesso permiso permiso_de_residencia tarjeta_de_residencia autorizacao_de_residencia titulo_de_residencia ikamet ikamet_izni oturum_izni karta_pobytu pobytu povolení_k_pobytu tartozkodasi permis_de_sedere permis_ședere dozvola_boravka boravak oleskelulupa uppehållstillstånd opholdstilladelse إقامة الاقامة بطاقة_إقامة
    refugee_travel_document convention_document emergency_travel_document emergency_certificate document_no document_number doc_no docno doc_nr document_nr document_n dokument_nr dokumentennummer dokumentnr numero_de_document n_document numero_del_documento documento_n documento_numero αριθμος_εγγραφου номер_документа документ_номер документ_№ nr_dokumentu rozkaz
    driving_licence driving_license driver_licence driver_license drivers_licence drivers_license driver_s_licence permis_de_conduire führerschein fuhrerschein rijbewijs διπλωμα_οδηγησης αδεια_οδηγησης свидетелство_за_управление водительское_удостоверение шофьорска_книжка carnet_de_conducir permiso_de_conducir patente_di_guida patente carta_de_condução ehliyet ehliyeti surucu_belgesi prawo_jazdy permis_auto رخصة_قيادة
    seaman_book seaman's_book seaman_s_book seafarer seafarer's seamans_book livret_maritime ναυτικο_φυλλαδιο моряшки_паспорт libretta_di_navigazione birth_certificate marriage_certificate civil_registry asylum_card asylum_seeker_card ankunftsnachweis kenlik kimliği geçici_koruma laisser_passer`,
  ],
  [
    tells.identity,
    `dni d_n_i r_f_c rfc c_u_r_p cedula cedulas cédula curp rut cuil cuit cpf tax_id tax_no identification_number identification_no identification_nr residency_number dui le_number registration_certificate egn егн лнч pesel cnp amka αμκα αφμ afm ssn bsn nir nss niss insz nif codice_fiscale c_f cpr cpr-nr personnummer henkilotunnus hetu asmens_kodas isikukood personas_kods jmbg emšo emso oib rodne_cislo rodné_číslo rc adoazonosito személyi_szám szemelyi_szam steuer-id steueridentifikationsnummer sozialversicherungsnummer
    social_security social_security_no social_security_number national_insurance national_number personal_number personal_no personal_code personal_identification tc_kimlik t_c_kimlik tc_no tckn tcn national_id_no national_identity eurodac eurodac_no eurodac_number eurodac-nr azr azr-nummer azr_nummer fin_no снилс инн иин rnokpp унзр numéro_de_sécurité_sociale securite_sociale numero_fiscal
    الرقم_الوطني رقم_وطني الرقم_القومي کد_ملی كد_ملي ت.ز מספר_זהות تذكرة_رقم cnic alien_number a-number alien_no fingerprint_number unhcr_no unhcr_number ewidencyjny`,
  ],
  [
    tells.number,
    `no nr number num n numero número numéro nummer numer numri numarası numarasi numara αριθμος αρ αριθμο αριθμου αριθ номер номера № rakam рег broj stevilka cislo číslo szám szama száma numarul numărul رقم الرقم رقمه رقمها شماره نمبر מספר serial series serie série serija seria серии č čj br бр серия сер серийный sorozat sb nº n° ser id bearing with nummeret numri holder 番号 号码 번호 is`,
  ],
  [
    tells.phone,
    `tel tels telephone telephones phone phones phoned phone_no mobile mobiles mob cell cellphone cell_phone cellular gsm fax hotline whatsapp whats_app viber signal telegram imo_chat wechat sms call calls called_on calling dial msisdn sim sim_card handset contact_no contact_number reachable reach_him contactable caller subscriber
    téléphone portable tél appeler joignable appelle numero_de_telephone telefon telefonnummer handy handynummer mobil mobilnummer mobilfunk rufnummer anrufen erreichbar festnetz mobiltelefon telefoon mobiel telefoonnummer gsm-nummer
    τηλ τηλεφωνο τηλεφωνου τηλεφωνα τηλεφωνικο κινητο κινητα κιν βαιμπερ тел телефон телефона телефонен телефонный телефону моб мобилен мобильный вайбер ватсап вотсап звоните звонить gsm-a джиесем мобилния мобилния_номер
    telefono teléfono telefonos móvil movil celular llamar llame cellulare chiamare recapito telefone telemovel telemóvel cep cep_telefonu telefonu numarasını arayın arayin ara wp hattı
    telefonu telefonem komorkowy komórka kom telefonni telefónne telefonszam telefonszám mobilszám telefonul mobilul telefonski mobitel telefoni puhelin puh tel_nr telefonas
    هاتف الهاتف تلفون تليفون موبايل جوال الجوال محمول واتساب الواتساب واتس فايبر تيليجرام اتصل اتصال للاتصال موبایل تماس تلفن شماره_تماس واٹس فون رابطہ טלפון נייד 电话 手机 電話 전화 फोन मोबाइल ফোন`,
  ],
  [
    tells.title,
    `mr mrs ms miss mister mme mlle monsieur madame mademoiselle herr herrn frau sig signor signora sig.ra sr sra señor señora senor senora srta don κος κα κυριος κυρια κ. господин госпожа гражданин гражданка господина г-н г-жа bay bayan hanım bey pan pani dhr mevr mevrouw meneer dl domnul doamna doamnei السيد السيدة الاستاذ hr fru gospodin gospođa gospodja gospa pán paní haji hajji sheikh mullah maulvi السید آقای خانم`,
  ],
  [
    tells.role,
    `facilitator smuggler trafficker driver skipper captain suspect ringleader leader organiser organizer recruiter forger broker middleman fixer passenger applicant detainee returnee victim witness holder bearer owner impostor imposter minor migrant boatman helmsman guide courier accomplice agent handler boss head brother sister wife husband cousin son daughter father mother uncle national citizen man woman individual subject person arrested detained identified identifies apprehended intercepted belonging belongs issued contact alias aka a_k_a nickname nicknamed holders
    passeur conducteur chauffeur suspect ressortissant ressortissante nommé nommée nomme nommee dénommé denomme denommee titulaire demandeur interpellé frère femme mari complice organisateur passagère passager mineur surnommé
    schleuser schleuserin fahrer fahrerin verdächtiger verdachtiger tatverdächtiger tatverdächtige beschuldigter beschuldigte staatsangehöriger staatsangehoriger staatsangehörige inhaber inhaberin fluggast bruder schwester namens mittäter drahtzieher antragsteller antragstellerin genannt
    διακινητης διακινητη οδηγος οδηγο υπηκοος υπηκοο κατοχος ονοματι συλληφθεις επιβατης αδελφος πλοιαρχος συλληφθηκε κατηγορουμενος υποπτος δουλεμπορος
    трафикант каналджия водач водача шофьор шофьорът гражданин гражданина задържан задържаният притежател лице лицето пътник брат организатор организаторът заподозрян водитель перевозчик владелец задержан задержанный пассажир предъявитель подозреваемый гражданка
    traficante conductor patrón patron pasajero detenido detenida titular ciudadano ciudadana pasador hermano llamado llamada coyote menor trafficante scafista autista passeggero cittadino cittadina arrestato fratello titolare intestato intestata sedicente condutor passageiro
    kaçakçı kacakci organizatör organizator sürücü surucu şoför sofor yolcu kardeşi vatandaşı uyruklu şüpheli suphel şahıs sahis kierowca przemytnik obywatel obywatelka pasażer přepadený převaděč převáděč řidič občan vodič vozač krijumčar državljanin embercsempész sofőr állampolgár călăuză calauza șofer cetățean cetatean
    مهرب المهرب سائق السائق المدعو المدعوة يدعى تدعى حامل صاحب مواطن الراكب المسافر قاچاقچی راننده دارنده نام شخص الشاب قائد قبطان`,
  ],
  [
    tells.named,
    `named name names surname surnames firstname forename forenames given_name given_names family_name first_name last_name full_name called identified_as known_as calling_himself calls_himself goes_by nom prénom prenom noms nom_de_famille name: familienname vorname nachname heißt heisst heißen namen ονομα ονοματεπωνυμο επωνυμο επωνυμια ονομαζεται ονομαζομενος имя фамилия фамилията име имена фамилно отчество по_имени на_имe на_име зовут зват името nombre apellido apellidos nombres nome cognome cognomi apelido ad adı adi soyadı soyadi isim isimli adlı adli adında isminde imię imie nazwisko jméno jmeno příjmení prijmeni meno priezvisko ime prezime priimek név nev vezetéknév utónév nume prenume numele nafn navn fornavn etternavn efternavn förnamn namn nimi sukunimi etunimi vardas pavardė uzvārds vārds eesnimi perekonnanimi isem kunjom اسم الاسم اسمه اسمها باسم نام نام_خانوادگی שם ім'я прізвище`,
  ],
  [
    tells.particle,
    `al el bin ibn bint abu abou ben bou ould umm de del della der den van von zu di da dos du la le ul ur ud uz abd ait ter ten mac mc st и al- اب ابو أبو بن ابن بنت ال عبد آل san`,
  ],
  [
    tells.limit,
    `after before since between until till prior from following earlier later than during by onwards or about around avant après apres entre depuis jusqu nach vor seit zwischen bis ab μετα πριν απο μεταξυ εως след преди между до после до_ от antes después despues desde hasta dopo prima dal tra fra depois sonra önce once itibaren przed po od między بعد قبل منذ بين`,
  ],
  [
    tells.onDate,
    `on since until till from by of dated in at le du au depuis am vom bis seit den στις απο την της τις на от до с в el del desde hasta il dal al em op vanaf w dnia dne dňa -én tarihinde tarihli في بتاريخ منذ في_تاريخ dd d.d. dt d'`,
  ],
  [
    tells.counted,
    `persons person people migrants minors children women men adults detections cases applicants applications passengers passports visas documents units pieces copies stickers permits tonnes tons kg km m nm mhz khz ghz mb gb litres l vehicles boats crossings incidents arrests refusals decisions returns officers flights arrivals departures seats beds deaths dead missing pct percent per_cent nautical miles metres meters hours minutes days weeks months years year specimens cards stamps blank blanks pages
    personnes migrants mineurs enfants femmes hommes passeports documents cas détections heures jours mois ans visas personen migranten minderjährige frauen männer reisepässe pässe fälle stunden tage stück dokumente kinder ατομα προσωπα μεταναστες ανηλικοι διαβατηρια περιπτωσεις ωρες лица души мигранти деца паспорта случаи случая часа дни човек людей мигрантов лиц документов personas migrantes pasaportes menores casos horas días persone migranti passaporti minori casi ore giorni pessoas kişi kişinin göçmen düzensiz belge adet osób osoby migrantów sztuk osob fő személy persoane شخص شخصا أشخاص مهاجر مهاجرا حالة جواز_سفر_مزور نفر`,
  ],
  [
    tells.plural,
    `persons people minors children migrants applicants those all many several most personnes mineurs enfants personen minderjährige kinder ατομα ανηλικοι лица непълнолетни деца personas menores persone minori migranti kişiler çocuklar osoby أشخاص قاصرين groups everyone each every unaccompanied victims fictitious fake false same identical many all`,
  ],
  [
    tells.money,
    `eur euro euros usd dollars dollar bgn leva lv gbp pounds try lira tl chf rsd dinar dinars dinara afn pkr rub rubles roubles uah mad dzd tnd lyd egp irr toman tomans iqd sek nok dkk pln zl czk huf ron lei all mkd bam amd gel eyro ευρω лева лв евро ليرة دولار يورو دينار cfa xof xaf avro zloty forint naira taka rupees €  $`,
  ],
  [
    tells.account,
    `telegram whatsapp viber signal instagram insta facebook fb messenger tiktok tik_tok snapchat snap twitter x_account imo wechat line vk vkontakte odnoklassniki discord skype account username user profile handle تيليجرام تلغرام انستغرام فيسبوك تيك_توك телеграм инстаграм инстаграмe вайбер τηλεγραμ`,
  ],
  [
    tells.plate,
    `plate plates licence_plate license_plate number_plate registration registered reg immatriculation immatriculé immatriculée plaque plaques kennzeichen kfz-kennzeichen kfz πινακιδα πινακιδες πινακιδων πινακιδας αριθμος_κυκλοφοριας регистрационен рег_№ рег_номер госномер гос_номер табела номерной matrícula matricula targa targhe targato targata plaka plakalı plakali plakası kenteken rejestracyjny rejestracyjne rendszám registarske tablice tablica spz număr_de_înmatriculare لوحة اللوحة پلاک`,
  ],
  [
    tells.notDocument,
    `flight flights vol flug vuelo volo uçuş рейс полет πτηση رحلة case cases ref reference file dossier aktenzeichen az imo mmsi container containers trailer wagon train zug article art articles regulation directive decision law act section protocol loi règlement verordnung richtlinie κανονισμος закон регламент reglamento regolamento ley legge paragraph chapter annex ecli celex oj resolution report bulletin message alert warning ews issue version room gate terminal exit highway road motorway autobahn route line box berth pier lot batch template model machine serial_printer hp canon grid sector frequency channel hull eori awb invoice order budget callsign call_sign call-sign squawk unit post form annexe incident event operation tariff iso doc9303 icao specimen_page`,
  ],
  [
    tells.placeBefore,
    `near beside outside between towards toward off via in at to from around close inside through across près vers entre depuis à nach bei zwischen cerca hacia entre vicino presso tra fra κοντα προς край близо до около в из на у yakınında blizu koło lângă في من الى إلى قرب بين`,
  ],
  [
    tells.placePrefix,
    `san santa santo sao são saint sankt sint sveti sveta svatý sväty agios agia ayios αγιος αγια άγιο bani beni sidi deir wadi ouled oued oulad jebel jabal djebel tell tel kafr dera tal bab bir ain ayn ras khan_al umm_al qasr qalat kala hacı_bektaş los las villa ciudad colonia rancho playa bahia rio puerto monte pueblo shahr tappeh qala fort mount lake`,
  ],
  [
    tells.namedThing,
    `blvd ave str neighborhood neighbourhood colonia rancho playa carretera ranch shelter block international hospital bolnica bolnici bolnice highschool highway school clinic stadium cemetery vessel vessels ship ships boat ferry yacht mv m/v mt m/t sv s/v ms trawler tanker cargo frigate navire bateau voilier ferry-boat schiff boot motorschiff πλοιο πλοιου σκαφος φεγγεροπλοιο κορабi кораб корабът корабa яхта судно судна теплоход nave motonave barco buque velero barca gemi gemisi tekne teknesi yat statek jacht brod loď hajó nava سفينة قارب مركب باخرة
    airport aeroport aéroport flughafen αεροδρομιο αεροδρομιου летище аэропорт aeropuerto aeroporto havalimanı havalimani havaalanı lotnisko letiště مطار street avenue boulevard road rue place square platz straße strasse via viale piazza calle plaza οδος πλατεια улица бул площад caddesi sokak ulica bridge pont brücke port harbour harbor hafen puerto porto liman λιμανι λιμενας пристанище порт island insel isla isola ada île νησος ναησος cape cabo capo kap ακρωτηριο нос mount river lake bay gulf strait valley pass camp centre center hospital university school institute foundation hotel church mosque monastery stadium park memorial museum fort station terminal operation opération unternehmen επιχειρηση операция operación operazione operasyon project programme initiative storm cyclone hurricane typhoon convention treaty protocol prize law act company ltd gmbh sarl srl airline airlines shipping lines rescue_ship ngo organisation village town city region province district prefecture county governorate oblast municipality commune municipalité département gouvernorat provinz dorf stadt село град община област χωριο δημος pueblo ciudad provincia comune città köy köyü ilçesi ili مدينة قرية ميناء جزيرة شارع محافظة state republic federation kingdom emirate sultanate sea ocean canal channel border crossing route corridor road highway sector company bus coach agency travel tours restaurant café market bazaar bar club cafe shop`,
  ],
]

const places = `syria syrian iraq iraqi iran iranian afghanistan afghan pakistan pakistani bangladesh bangladeshi india indian turkey turkish turkiye greece greek bulgaria bulgarian romania romanian serbia serbian albania albanian kosovo macedonia montenegro bosnia croatia croatian slovenia hungary hungarian austria austrian germany german france french italy italian spain spanish portugal portuguese malta maltese cyprus cypriot libya libyan tunisia tunisian algeria algerian morocco moroccan egypt egyptian sudan sudanese eritrea eritrean ethiopia ethiopian somalia somali nigeria nigerian ghana ghanaian senegal senegalese gambia gambian mali malian guinea guinean ivory mauritania mauritanian niger burkina cameroon cameroonian congo congolese kenya kenyan uganda rwanda lebanon lebanese jordan jordanian palestine palestinian israel israeli yemen yemeni saudi kuwait qatar emirates oman bahrain georgia georgian armenia armenian azerbaijan azerbaijani russia russian ukraine ukrainian belarus belarusian moldova moldovan kazakhstan uzbekistan uzbek tajikistan kyrgyzstan turkmenistan china chinese vietnam vietnamese nepal nepalese lanka myanmar rohingya philippines thailand poland polish czech slovakia slovak lithuania latvia estonia finland sweden swedish norway denmark danish netherlands dutch belgium belgian luxembourg ireland irish britain british kingdom england scotland wales iceland switzerland swiss venezuela colombia colombian cuba cuban ecuador peru brazil haiti
  europe european africa african asia asian america mediterranean aegean adriatic ionian atlantic balkan balkans sahara sahel maghreb levant anatolia thrace crete lesbos lesvos chios samos kos rhodes leros symi kastellorizo evros edirne istanbul izmir ankara bodrum antalya mersin adana ayvalik cesme marmaris trabzon van athens thessaloniki piraeus patras igoumenitsa alexandroupoli sofia plovdiv varna burgas svilengrad harmanli elhovo lesovo vidin ruse kapitan andreevo kapikule belgrade nis subotica sid zagreb bihac sarajevo tirana durres vlore skopje gevgelija idomeni podgorica bar budapest szeged roszke vienna graz munich passau berlin hamburg frankfurt paris calais dunkirk lyon marseille nice rome milan trieste lampedusa pantelleria sicily palermo catania trapani pozzallo augusta bari brindisi calabria crotone sardinia madrid barcelona almeria malaga algeciras ceuta melilla canary canarias tenerife lanzarote fuerteventura hierro valletta nicosia larnaca limassol paphos tripoli benghazi tobruk zuwara sabratha zawiya misrata garabulli sebha sfax zarzis djerba tunis algiers oran annaba mostaganem tangier nador casablanca rabat dakhla laayoune nouadhibou nouakchott dakar mbour banjul bamako gao agadez niamey khartoum cairo alexandria port_said beirut damascus aleppo homs idlib latakia daraa baghdad erbil mosul basra sulaymaniyah tehran mashhad tabriz urmia kabul herat kandahar nimruz islamabad karachi lahore gujrat peshawar quetta dhaka delhi mumbai minsk grodno brest kaliningrad warsaw bialystok vilnius riga tallinn helsinki stockholm oslo copenhagen brussels antwerp zeebrugge amsterdam rotterdam hague dublin london dover lisbon lisbonne wien athènes
  monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miercoles jueves viernes lunedi martedi mercoledi giovedi venerdi
  the this that these those a an in on at by of and or for from to with after before during since until as it its their our we they he she his her no not all some more most less about over under per via new old north south east west northern southern eastern western central upper lower great grand saint santa
  le la les un une des au aux du de et en dans par pour sur avec der die das dem den ein eine einer im am von zum zur und mit bei auf aus nach el los las una por para con il lo gli per nel nella dal della di da e o os as um uma no na dos das ο η το οι τα του της των στο στη στην στον σε με και για από μια ένας в на за от до с по из и у о при след към се е са
  commission council parliament ministry minister ministers ministry president presidency government court tribunal police policia polizei gendarmerie guard coast coastguard navy army customs border borders immigration asylum refugee migration office department directorate general unit agency agencies authority authorities service services national international federal regional local union eu un unhcr iom frontex europol interpol eulisa euaa easo nato osce unicef red cross crescent schengen dublin eurodac sis vis ees etias iconet jora eurosur regulation directive decision convention treaty resolution agreement protocol article annex chapter section charter communication recommendation guidelines handbook report bulletin statement council's joint operation operations action plan mission themis poseidon triton sophia irini minerva indalo hera terra
  january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer autumn winter week month year date time day night
  passport visa permit document documents identity card certificate licence license number total figure figures table source sources page line route routes sea land air airport port harbour island ferry flight train bus lorry truck car van boat vessel ship crew cargo persons person people migrants migrant minors men women children family families group groups citizens nationals officers officer liaison contact point warning early alert update urgent priority routine immediate public limited sensitive draft issued status trend assessment measures requested action modus operandi price euro dollar bank western union hawala moneygram black white red green blue high low medium
  mayor deputy chief director dear sir madam subject re attn attention note nb ps fyi summary background situation conclusion
  flughafen hafen grenze grenzpolizei bundespolizei bundesamt ministerium amt behörde verordnung richtlinie abkommen seite tabelle quelle préfecture ministère police frontière aux frontieres gendarmerie règlement directive traité accord rapport préfet guardia civil costiera finanza policía nacional ministerio gobierno reglamento questura prefettura ministero regolamento министерство полиция гранична граничен дирекция агенция регламент директива съвет комисия συμβουλιο επιτροπη αστυνομια λιμενικο σωμα υπουργειο κανονισμος οδηγια ελλαδα τουρκια αθηνα
  sidi ocean viking sea watch eye humanity geo barents louise open arms aita mari mare jonio rise above life support nadir resq polaris emergency ems`

const nationalities = `syrian iraqi iranian afghan pakistani bangladeshi indian turkish greek bulgarian romanian serbian albanian moroccan algerian tunisian libyan egyptian sudanese eritrean ethiopian somali nigerian ghanaian senegalese gambian malian guinean ivorian cameroonian congolese kenyan georgian armenian azerbaijani russian ukrainian belarusian moldovan uzbek chinese vietnamese nepalese german french italian spanish polish syr irq irn afg pak bgd ind tur grc bgr rou srb alb mar dza tun lby egy sdn eri eth som nga gha sen gmb mli gin civ cmr cod cog ken geo arm aze rus ukr blr mda uzb chn vnm npl stl xxa uto
  syrien syrienne irakien irakienne iranien iranienne afghane pakistanais pakistanaise turc turque marocain marocaine algérien algérienne tunisien tunisienne syrer syrerin syrischer irakischer iranischer afghanischer türkischer syrische afghanische sirio siria afgano afgana marroquí argelino iracheno siriano siriana tunisino marocchino suriyeli afgan ıraklı iranlı сириец сирийка афганистанец иракчанин сириец сирийски афганистански сириец σύρος σύριος αφγανός ιρακινός πακιστανός سوري سورية عراقي عراقية أفغاني مغربي جزائري تونسي مصري m f male female nationality national nationalité né citizen`

export const wordTells: Map<string, number> = new Map()
const phrases = new Map<string, { readonly rest: readonly string[]; readonly tell: number }[]>()

const fold = (word: string): string =>
  word
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(
      /[ıłøđςىیکةؤئ]/g,
      each => ({ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ς: 'σ', ى: 'ي', ی: 'ي', ک: 'ك', ة: 'ه' })[each] ?? each,
    )

const add = (tell: number, words: string): void => {
  for (const word of words.trim().split(/\s+/)) {
    const parts = fold(word)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(part => part !== '')
    const [first, ...rest] = parts
    if (first === undefined) continue
    if (rest.length === 0) wordTells.set(first, (wordTells.get(first) ?? 0) | tell)
    else phrases.set(first, [...(phrases.get(first) ?? []), { rest, tell }])
  }
}
let prepared = false
const prepare = (): void => {
  for (const [tell, words] of cues) add(tell, words)
  add(tells.notName, places)
  add(tells.nationality, nationalities)
  add(tells.given, givenNames)
  add(tells.surname, surnames)
  add(tells.at, 'at arobase arrobase arroba chiocciola klammeraffe малпа собака παπακι kukac zavinac et_sign')
  add(tells.dot, 'dot point punkt punto τελεια точка nokta kropka tecka ponto')
  prepared = true
}

/** What each token tells; a phrase tells it at its last word. */
export const readTells = (text: Text): Uint32Array => {
  if (!prepared) prepare()
  const told = new Uint32Array(text.count)
  for (let at = 0; at < text.count; at++) {
    if (text.digits[at] !== 0 || (text.letters[at] ?? 0) > 32) continue
    const word = key(text, at)
    told[at] = (told[at] ?? 0) | (wordTells.get(word) ?? 0)
    const longer = phrases.get(word)
    if (longer === undefined) continue
    for (const { rest, tell } of longer) {
      const last = at + rest.length
      if (last >= text.count) continue
      if (
        rest.every(
          (part, i) =>
            key(text, at + 1 + i) === part && (text.starts[at + 1 + i] ?? 0) - (text.ends[at + i] ?? 0) < 4,
        )
      )
        told[last] = (told[last] ?? 0) | tell
    }
  }
  return told
}
