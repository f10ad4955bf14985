// A stock of invented persons' names by origin, written for this bench from common knowledge of naming; frequencies are
// assumed (Zipf), no real list stands behind it. `latin/other spelling|native` where the origin has another script.

export type Origin = {
  key: string
  /** share of the list */
  share: number
  nations: string[]
  families: string
  givens: string
  /** how many given names a person has */
  givenCount: [number, number]
  /** share of alerts written in the native script */
  native: number
  script: string
  /** exponent of the assumed Zipf law of families; higher is more unequal */
  skew: number
  /** share of families from the long tail */
  tail: number
}

export const origins: Origin[] = [
  {
    key: 'arabic',
    share: 0.2,
    nations: ['SYR', 'IRQ', 'EGY', 'MAR', 'DZA', 'TUN', 'LBY', 'YEM'],
    native: 0.35,
    script: 'Arabic',
    givenCount: [1, 3],
    skew: 0.8,
    tail: 0.6,
    families:
      'al hussein/alhussain|الحسين hassan|حسن ahmed|أحمد ali|علي al masri/elmasry|المصري khalil|خليل ibrahim|إبراهيم saleh/salih|صالح mansour/mansur|منصور haddad|حداد nasser/naser|ناصر hamdan|حمدان al jabouri/aljubouri|الجبوري qasim/kassem|قاسم al dulaimi|الدليمي benali|بنعلي bouazizi|بوعزيزي khoury/khuri|خوري said/saeed|سعيد aziz|عزيز hamid|حميد sultan|سلطان abbas|عباس al tikriti|التكريتي darwish|درويش farouk/faruq|فاروق najjar|نجار shahin|شاهين bakri|بكري rashid/rasheed|رشيد al ansari|الأنصاري zaki|زكي obeid/ubayd|عبيد tawil/taweel|طويل hakim/hakeem|حكيم murad/mourad|مراد sabbagh|صباغ othman/usman|عثمان yassin/yaseen|ياسين halabi|حلبي',
    givens:
      'mohammed/muhammad/mohamed|محمد ahmed/ahmad|أحمد ali|علي hassan|حسن hussein/hussain/husayn|حسين omar/umar|عمر khaled/khalid|خالد ibrahim|إبراهيم yousef/yusuf/youssef|يوسف mahmoud/mahmud|محمود mustafa/mostafa|مصطفى abdullah/abdallah|عبدالله fatima/fatma|فاطمة aisha/aicha|عائشة mariam/maryam|مريم zainab/zaynab|زينب hamza|حمزة bilal|بلال samir/sameer|سمير tariq/tarek|طارق karim/kareem|كريم nour/noor|نور amina/aminah|أمينة layla/leila|ليلى rania|رانيا salim/saleem|سليم adel/adil|عادل walid/waleed|وليد majid/majed|ماجد jamal/gamal|جمال sara|سارة huda/hoda|هدى faisal/faysal|فيصل rami|رامي ziad/ziyad|زياد nabil/nabeel|نبيل',
  },
  {
    key: 'persian',
    share: 0.08,
    nations: ['IRN', 'AFG'],
    native: 0.3,
    script: 'Arabic',
    givenCount: [1, 2],
    skew: 0.7,
    tail: 0.65,
    families:
      'mohammadi|محمدی hosseini/husseini|حسینی ahmadi|احمدی karimi|کریمی rahimi|رحیمی moradi|مرادی jafari/jaafari|جعفری rezaei/rezai|رضایی mousavi/musavi|موسوی ghasemi/qasemi|قاسمی sadeghi/sadeqi|صادقی akbari|اکبری rostami|رستمی noori/nuri|نوری haidari/heydari|حیدری amiri|امیری nazari|نظری sharifi|شریفی azizi|عزیزی hashemi|هاشمی stanekzai|ستانکزی wardak|وردک popal|پوپل safi|صافی tehrani|تهرانی shirazi|شیرازی kazemi|کاظمی farahani|فراهانی yousefi|یوسفی',
    givens:
      'mohammad/mohamad|محمد reza|رضا ali|علی hossein/hussain|حسین mehdi/mahdi|مهدی amir|امیر zahra|زهرا fatemeh/fatima|فاطمه maryam|مریم saeed/said|سعید javad|جواد hamid|حمید farhad|فرهاد shirin|شیرین parisa|پریسا nasrin|نسرین gul|گل abdul|عبدل najib|نجیب farid|فرید zabihullah|ذبیح‌الله mina|مینا leila|لیلا behzad|بهزاد kamran|کامران',
  },
  {
    key: 'turkish',
    share: 0.06,
    nations: ['TUR', 'AZE'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.7,
    tail: 0.7,
    families:
      'yılmaz kaya demir şahin çelik yıldız yıldırım öztürk aydın özdemir arslan doğan kılıç aslan çetin kara koç kurt özkan şimşek polat korkmaz çakır erdoğan aktaş güneş bulut yavuz aliyev mammadov huseynov tekin bozkurt karaca güler ünal',
    givens:
      'mehmet mustafa ahmet ali hüseyin hasan ibrahim ismail osman yusuf murat ömer fatma ayşe emine hatice zeynep elif meryem şerife burak emre can kemal serkan özgür tuğba gül hakan volkan',
  },
  {
    key: 'russian',
    share: 0.1,
    nations: ['RUS', 'BLR', 'KAZ'],
    native: 0.35,
    script: 'Cyrillic',
    givenCount: [1, 1],
    skew: 0.6,
    tail: 0.75,
    families:
      'ivanov|иванов smirnov|смирнов kuznetsov|кузнецов popov|попов vasiliev/vasilyev|васильев petrov|петров sokolov|соколов mikhailov/mihailov|михайлов novikov|новиков fedorov/fyodorov|федоров morozov|морозов volkov|волков alekseev/alexeev|алексеев lebedev|лебедев semenov/semyonov|семенов egorov/yegorov|егоров pavlov|павлов kozlov|козлов stepanov|степанов nikolaev/nikolayev|николаев orlov|орлов andreev/andreyev|андреев makarov|макаров zakharov/zaharov|захаров zaitsev/zaytsev|зайцев solovyov/soloviev|соловьев borisov|борисов yakovlev|яковлев grigoriev/grigoryev|григорьев romanov|романов vorobyov/vorobiev|воробьев sergeev/sergeyev|сергеев kuzmin|кузьмин frolov|фролов shcherbakov/scherbakov|щербаков zhukov|жуков tsvetkov|цветков',
    givens:
      'aleksandr/alexander|александр sergei/sergey|сергей dmitry/dmitri/dmitriy|дмитрий andrei/andrey|андрей aleksei/alexey|алексей maxim/maksim|максим evgeny/yevgeny|евгений ivan|иван mikhail/mihail|михаил nikolai/nikolay|николай vladimir|владимир yuri/iurii|юрий elena/yelena|елена olga|ольга natalia/nataliya|наталья irina|ирина anna|анна tatiana/tatyana|татьяна ekaterina/yekaterina|екатерина maria/mariya|мария svetlana|светлана anastasia/anastasiya|анастасия igor|игорь oleg|олег pavel|павел roman|роман',
  },
  {
    key: 'ukrainian',
    share: 0.04,
    nations: ['UKR', 'MDA'],
    native: 0.35,
    script: 'Cyrillic',
    givenCount: [1, 1],
    skew: 0.6,
    tail: 0.75,
    families:
      'shevchenko|шевченко kovalenko|коваленко bondarenko|бондаренко tkachenko|ткаченко kravchenko|кравченко oliynyk/oliinyk|олійник shevchuk|шевчук koval|коваль polishchuk|поліщук bondar|бондар marchenko|марченко lysenko|лисенко rudenko|руденко savchenko|савченко petrenko|петренко kravets|кравець melnyk/melnik|мельник hrytsenko/gritsenko|гриценко moroz|мороз pavlenko|павленко',
    givens:
      'oleksandr/alexandr|олександр andriy/andrii|андрій serhiy/serhii/sergii|сергій volodymyr/vladimir|володимир mykola/nikolai|микола ivan|іван oleh/oleg|олег yuriy/yurii|юрій iryna/irina|ірина oksana|оксана olena/elena|олена natalia|наталія kateryna/ekaterina|катерина yulia/iuliia|юлія mykhailo|михайло taras|тарас',
  },
  {
    key: 'chinese',
    share: 0.1,
    nations: ['CHN', 'TWN', 'SGP'],
    native: 0.4,
    script: 'Han',
    givenCount: [1, 1],
    skew: 0.75,
    tail: 0.03,
    families:
      'wang|王 li|李 zhang|张 liu|刘 chen|陈 yang|杨 huang|黄 zhao|赵 wu|吴 zhou|周 xu|徐 sun|孙 ma|马 zhu|朱 hu|胡 guo|郭 he|何 lin|林 gao|高 luo|罗 zheng|郑 liang|梁 xie|谢 song|宋 tang|唐 deng|邓 han|韩 feng|冯 cao|曹 peng|彭 zeng|曾 xiao|肖 tian|田 dong|董 pan|潘 yuan|袁 cai|蔡 jiang|蒋 yu|余 du|杜 ye|叶 cheng|程 wei|魏 su|苏 lu|卢 ding|丁 shen|沈 ren|任 yao|姚 fan|范',
    givens:
      'wei|伟 fang|芳 na|娜 xiu|秀 min|敏 jing|静 li|丽 qiang|强 lei|磊 jun|军 yang|洋 yong|勇 yan|艳 jie|杰 juan|娟 tao|涛 ming|明 chao|超 xia|霞 ping|平 gang|刚 gui|桂 hua|华 hong|红 mei|梅 xiao|晓 jian|建 guo|国 wen|文 zhi|志 hui|慧 lan|兰 yu|玉 chun|春 hai|海 bo|波 feng|峰 xin|欣 ting|婷 hao|浩 yi|怡 jia|佳 long|龙 bin|斌 ning|宁 rui|瑞 xue|雪 chang|昌 zhen|珍 shu|淑',
  },
  {
    key: 'vietnamese',
    share: 0.04,
    nations: ['VNM'],
    native: 0,
    script: 'Latin',
    givenCount: [2, 2],
    skew: 1.1,
    tail: 0.04,
    families: 'nguyễn trần lê phạm hoàng phan vũ đặng bùi đỗ hồ ngô dương lý',
    givens:
      'văn thị minh đức anh hùng hương lan hoa thanh tuấn dũng linh trang thảo phương long nam hải sơn quang ngọc mai yến kim thu xuân hà cường bình tâm khánh vy đạt',
  },
  {
    key: 'korean',
    share: 0.03,
    nations: ['KOR', 'PRK'],
    native: 0.4,
    script: 'Hangul',
    givenCount: [1, 1],
    skew: 1.0,
    tail: 0.03,
    families:
      'kim|김 lee|이 park|박 choi|최 jung|정 kang|강 cho|조 yoon|윤 jang|장 lim|임 han|한 oh|오 seo|서 shin|신 kwon|권 hwang|황 ahn|안 song|송 jeon|전 hong|홍',
    givens:
      'min|민 jun|준 seo|서 yeon|연 ji|지 hoon|훈 young|영 soo|수 hyun|현 woo|우 jin|진 hee|희 sung|성 ho|호 eun|은 kyung|경 jae|재 mi|미 sang|상 chul|철 tae|태 yong|용 dong|동 won|원 na|나 ah|아 in|인',
  },
  {
    key: 'indian',
    share: 0.07,
    nations: ['IND', 'NPL'],
    native: 0.2,
    script: 'Devanagari',
    givenCount: [1, 2],
    skew: 0.7,
    tail: 0.55,
    families:
      'singh|सिंह kumar|कुमार sharma|शर्मा patel|पटेल gupta|गुप्ता verma|वर्मा yadav|यादव thapa|थापा gurung|गुरुंग rai|राय joshi|जोशी mishra|मिश्रा agarwal|अग्रवाल mehta|मेहता reddy|रेड्डी nair|नायर das|दास shah|शाह jain|जैन chauhan|चौहान rana|राणा tamang|तामांग magar|मगर shrestha|श्रेष्ठ',
    givens:
      'raj|राज amit|अमित sunil|सुनील anil|अनिल vijay|विजय sanjay|संजय ravi|रवि deepak|दीपक suresh|सुरेश ramesh|रमेश priya|प्रिया neha|नेहा pooja|पूजा anita|अनिता sunita|सुनीता geeta|गीता manoj|मनोज rahul|राहुल arjun|अर्जुन kiran|किरण lakshmi|लक्ष्मी ram|राम hari|हरि bishnu|विष्णु',
  },
  {
    key: 'bengali',
    share: 0.05,
    nations: ['PAK', 'BGD'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.8,
    tail: 0.45,
    families:
      'khan hossain rahman ahmed islam uddin hussain ali begum khatun akhtar malik chaudhry butt sheikh qureshi siddiqui mia miah sarkar chowdhury bibi iqbal raza shah baig mirza anwar haque karim alam',
    givens:
      'mohammad/md abdul muhammad imran bilal usman asif nasir tariq shahid kamal jahangir rafiq salma nasreen ayesha sadia rubina farzana rashida zahid waqar shabbir nazrul shafiqul mizanur habibur anisur',
  },
  {
    key: 'westafrican',
    share: 0.06,
    nations: ['NGA', 'SEN', 'MLI', 'GIN', 'CIV', 'GHA', 'CMR'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.8,
    tail: 0.6,
    families:
      'diallo traoré diop ndiaye keita coulibaly touré camara barry sow ba bah sylla cissé konaté koné ouattara okafor okonkwo adeyemi balogun eze obi nwosu mensah owusu boateng asante ibrahim musa sanogo dembélé fofana kamara bangura',
    givens:
      'mamadou/mamadu amadou ibrahima ousmane/usman abdoulaye moussa/musa aliou fatoumata aminata mariama aïssatou awa kadiatou chukwuemeka ngozi chinedu oluwaseun adebayo blessing emmanuel kwame kofi ama akosua seydou boubacar cheikh modou binta',
  },
  {
    key: 'spanish',
    share: 0.06,
    nations: ['ESP', 'COL', 'VEN', 'MEX', 'PER', 'CUB'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.7,
    tail: 0.5,
    families:
      'garcía rodríguez gonzález fernández lópez martínez sánchez pérez gómez martín jiménez ruiz hernández díaz moreno muñoz álvarez romero alonso gutiérrez navarro torres domínguez vázquez ramos gil ramírez serrano blanco molina suárez castro ortega delgado ortiz rubio vargas mendoza rojas quispe mamani',
    givens:
      'antonio josé manuel francisco juan david javier daniel carlos maría carmen ana isabel laura cristina marta lucía luis miguel alejandro pablo sergio jorge alberto rafael diego andrés camila valentina sofía ximena rosa teresa pilar',
  },
  {
    key: 'french',
    share: 0.03,
    nations: ['FRA', 'BEL'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.5,
    tail: 0.8,
    families:
      'martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre michel garcia david bertrand roux vincent fournier morel girard andré lefèvre mercier dupont lambert bonnet françois martinez legrand garnier faure rousseau blanchard',
    givens:
      'jean pierre michel andré philippe rené louis alain jacques bernard marie jeanne françoise monique catherine nathalie isabelle sylvie julien nicolas thomas antoine camille chloé léa manon hugo lucas',
  },
  {
    key: 'german',
    share: 0.03,
    nations: ['DEU', 'AUT', 'CHE'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.5,
    tail: 0.8,
    families:
      'müller/mueller schmidt schneider fischer weber meyer wagner becker schulz hoffmann schäfer/schaefer koch bauer richter klein wolf schröder/schroeder neumann schwarz zimmermann braun krüger/krueger hofmann hartmann lange schmitt werner krause meier lehmann köhler/koehler huber maier',
    givens:
      'peter michael thomas andreas wolfgang klaus jürgen/juergen günter/guenter stefan hans uwe frank maria ursula monika petra sabine karin renate anna lena lukas jonas felix maximilian paul leon',
  },
  {
    key: 'english',
    share: 0.05,
    nations: ['GBR', 'USA', 'IRL', 'AUS', 'JAM'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.6,
    tail: 0.75,
    families:
      'smith jones taylor brown williams wilson johnson davies robinson wright thompson evans walker white roberts green hall wood jackson clarke patel harris lewis murphy kelly obrien ryan campbell stewart anderson macdonald morrison reid marshall gordon',
    givens:
      'john david michael james robert william richard thomas stephen christopher margaret susan elizabeth sarah karen joanne helen emma katherine jennifer andrew anthony matthew daniel samuel joseph rebecca benjamin alexander theodore',
  },
  {
    key: 'balkan',
    share: 0.05,
    nations: ['ALB', 'XKX', 'SRB', 'BIH', 'MKD', 'BGR'],
    native: 0.1,
    script: 'Cyrillic',
    givenCount: [1, 1],
    skew: 0.6,
    tail: 0.7,
    families:
      'hoxha shehu krasniqi gashi berisha jovanović|јовановић petrović|петровић nikolić|николић marković|марковић đorđević/djordjevic|ђорђевић stojanović|стојановић ilić|илић hodžić hadžić/hadzic delić ivanova|иванова georgiev|георгиев dimitrov|димитров petrov|петров stoyanov|стоянов nikolov|николов bajrami osmani kelmendi prifti',
    givens:
      'agim besnik arben fatmir driton elira vjosa marko|марко nikola|никола stefan|стефан milan|милан dragan|драган ivana|ивана jelena|јелена milica|милица emir amra adnan georgi|георги ivan|иван dimitar|димитър maria|мария elena|елена',
  },
  {
    key: 'georgian',
    share: 0.02,
    nations: ['GEO', 'ARM'],
    native: 0.1,
    script: 'Georgian',
    givenCount: [1, 1],
    skew: 0.5,
    tail: 0.75,
    families:
      'beridze|ბერიძე kapanadze|კაპანაძე gelashvili|გელაშვილი maisuradze|მაისურაძე giorgadze|გიორგაძე lomidze|ლომიძე tsiklauri|წიკლაური bolkvadze|ბოლქვაძე kvaratskhelia|კვარაცხელია nozadze|ნოზაძე khutsishvili|ხუციშვილი sargsyan|სარგსიან petrosyan|პეტროსიან hakobyan|ჰაკობიან mchedlishvili|მჭედლიშვილი',
    givens:
      'giorgi|გიორგი davit|დავით nino|ნინო levan|ლევან tamar|თამარ mariam|მარიამ zurab|ზურაბ irakli|ირაკლი nana|ნანა ana|ანა luka|ლუკა ketevan|ქეთევან armen|არმენ hayk|ჰაიკ',
  },
  {
    key: 'horn',
    share: 0.03,
    nations: ['ERI', 'ETH', 'SOM'],
    native: 0,
    script: 'Latin',
    givenCount: [1, 2],
    skew: 0.7,
    tail: 0.5,
    families:
      'tesfaye bekele haile gebre kebede alemu tadesse girma mekonnen abebe desta woldemariam ghebremedhin kidane tekle habte mohamed abdi hassan ahmed ali farah warsame jama osman nur abdullahi yusuf',
    givens:
      'abebe tesfay yonas dawit samuel selam hiwot meron bethlehem almaz senait mehari filmon robel mohamed abdi fatuma halima amina hodan asha liban guled abdirahman mahad sahra',
  },
]
