/**
 * ISO 639 codes as data: two-letter code, three-letter (terminological) code, and the bibliographic one where it differs;
 * then the three-letter codes of ISO 639-2 that have no two-letter code.
 * Source: Debian's iso-codes (LGPL-2.1-or-later); codes only.
 */
export const twoLetterLanguages = `
  aa:aar ab:abk af:afr ak:aka am:amh ar:ara an:arg as:asm av:ava ae:ave ay:aym az:aze ba:bak
  bm:bam be:bel bn:ben bh:bih bi:bis bo:bod:tib bs:bos br:bre bg:bul ca:cat cs:ces:cze ch:cha ce:che
  cu:chu cv:chv kw:cor co:cos cr:cre cy:cym:wel da:dan de:deu:ger dv:div dz:dzo el:ell:gre en:eng eo:epo
  et:est eu:eus:baq ee:ewe fo:fao fa:fas:per fj:fij fi:fin fr:fra:fre fy:fry ff:ful gd:gla ga:gle gl:glg
  gv:glv gn:grn gu:guj ht:hat ha:hau he:heb hz:her hi:hin ho:hmo hr:hrv hu:hun hy:hye:arm ig:ibo
  io:ido ii:iii iu:iku ie:ile ia:ina id:ind ik:ipk is:isl:ice it:ita jv:jav ja:jpn kl:kal kn:kan
  ks:kas ka:kat:geo kr:kau kk:kaz km:khm ki:kik rw:kin ky:kir kv:kom kg:kon ko:kor kj:kua ku:kur
  lo:lao la:lat lv:lav li:lim ln:lin lt:lit lb:ltz lu:lub lg:lug mh:mah ml:mal mr:mar mk:mkd:mac
  mg:mlg mt:mlt mn:mon mi:mri:mao ms:msa:may my:mya:bur na:nau nv:nav nr:nbl nd:nde ng:ndo ne:nep nl:nld:dut
  nn:nno nb:nob no:nor ny:nya oc:oci oj:oji or:ori om:orm os:oss pa:pan pi:pli pl:pol pt:por
  ps:pus qu:que rm:roh ro:ron:rum rn:run ru:rus sg:sag sa:san si:sin sk:slk:slo sl:slv se:sme sm:smo
  sn:sna sd:snd so:som st:sot es:spa sq:sqi:alb sc:srd sr:srp ss:ssw su:sun sw:swa sv:swe ty:tah
  ta:tam tt:tat te:tel tg:tgk tl:tgl th:tha ti:tir to:ton tn:tsn ts:tso tk:tuk tr:tur tw:twi
  ug:uig uk:ukr ur:urd uz:uzb ve:ven vi:vie vo:vol wa:wln wo:wol xh:xho yi:yid yo:yor za:zha
  zh:zho:chi zu:zul
`
export const threeLetterLanguages = `
  ace ach ada ady afa afh ain akk ale alg alt ang anp apa arc arn arp art arw ast ath aus awa bad bai bal ban bas
  bat bej bem ber bho bik bin bla bnt bra btk bua bug byn cad cai car cau ceb cel chb chg chk chm chn cho chp chr
  chy cmc cnr cop cpe cpf cpp crh crp csb cus dak dar day del den dgr din doi dra dsb dua dum dyu efi egy eka elx
  enm ewo fan fat fil fiu fon frm fro frr frs fur gaa gay gba gem gez gil gmh goh gon gor got grb grc gsw gwi hai
  haw hil him hit hmn hsb hup iba ijo ilo inc ine inh ira iro jbo jpr jrb kaa kab kac kam kar kaw kbd kha khi kho
  kmb kok kos kpe krc krl kro kru kum kut lad lah lam lez lol loz lua lui lun luo lus mad mag mai mak man map mas
  mdf mdr men mga mic min mis mkh mnc mni mno moh mos mul mun mus mwl mwr myn myv nah nai nap nds new nia nic niu
  nog non nqo nso nub nwc nym nyn nyo nzi osa ota oto paa pag pal pam pap pau peo phi phn pon pra pro raj rap rar
  roa rom rup sad sah sai sal sam sas sat scn sco sel sem sga sgn shn sid sio sit sla sma smi smj smn sms snk sog
  son srn srr ssa suk sus sux syc syr tai tem ter tet tig tiv tkl tlh tli tmh tog tpi tsi tum tup tut tvl tyv udm
  uga umb und vai vot wak wal war was wen xal yao yap ypk zap zbl zen zgh znd zun zxx zza
`
