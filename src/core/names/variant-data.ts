// Names that are one name in different usages: romanisations of one surname (Pinyin, Wade–Giles, Cantonese, Hokkien,
// Revised Romanization, McCune–Reischauer), abbreviations that travel documents use, short forms outside English, and
// common Japanese readings of surnames and given names written in ideographs. Common knowledge, written for this project.
// Syllables of Chinese names are spelt anew in chinese.ts.

/** Groups of equal names, one group a line. */
export const VARIANTS = `
mohammed muhammad mohamed mohammad muhammed mohamad mohamud mehmet mohd md muhd mohamadou mamadou mahamat
ahmed ahmad ahmet ahmadou amadou
hussein hussain husain hossein husayn hussien huseyin hossain
abdullah abdallah abdulla abdoulaye
ali aly
omar umar omer oumar ömer
othman osman usman uthman ousmane
ibrahim ebrahim brahim ibrahima
yusuf youssef yousef yusef yousif joseph
ismail esmail ismael
mustafa mostafa moustafa moustapha
said saeed sayed syed sayyid saiyed saïd
hassan hasan
khalid khaled halid
mahmoud mahmud mehmud mahmood
aisha ayesha aicha aysha ayse
fatima fatma fatemeh fatimah fatoumata
mariam maryam miriam meryem
zainab zaynab zeinab zeynep
khadija khadijah hatice
suleiman sulaiman soliman suleyman solomon
yahya yehia
jamal gamal djamal cemal
jamil gamil cemil
gaddafi qaddafi kadafi qadhafi
sergei sergey serhii sergij serguei
alexander aleksandr oleksandr alexandre alejandro alessandro iskander
alexei aleksey oleksiy alexey aleksei oleksii
andrei andrey andriy andrii andrej
nikolai nikolay mykola nicolae nikola
mikhail mykhailo michail mihail mikhael
vladimir volodymyr wladimir uladzimir
dmitry dmitri dmytro dimitri dmitriy dzmitry
yevgeny evgeny evgeniy yevhen eugene evgenii
yuri yury yurii iurii juri jurij
ilya ilia illia
pavel pavlo
pyotr petr petro piotr
olga olha
elena yelena olena helena
irina iryna
ekaterina yekaterina kateryna katerina
natalia natalya nataliia nataliya
tatiana tatyana tetiana
anna hanna ganna
galina halyna
igor ihor
oleg oleh
grigory hryhorii grigori grigoriy
wang wong ong heng
huang wong hwang ng bong wee ooi oei
li lee lei lay ly
zhang chang cheung teo teoh cheong chong jang zang
liu lau liew low lao
chen chan tan chin ting
yang yeung yeo yeoh young yong
zhao chao chiu chiew teo
wu ng goh woo eng
zhou chou chow chew
xu hsu tsui chui hui koh khoo khaw
sun suen soon
ma mah
zhu chu choo
hu woo oh foo
guo kuo kwok kok quek kuok
he ho hoh
lin lam lim ling
gao kao ko
luo lo law loh
zheng cheng cheang tay teh
liang leung leong neo
xie hsieh tse tse chia cheah
song sung soong
tang tong teng
deng teng tang
feng fung foong
han hon
hong hung ang
cao tsao cho
zeng tseng tsang chan
peng pang phang
xiao hsiao siu siew seow
cai tsai choi choy chua chuah
pan poon phua
tian tin
yu yue yee
jiang chiang kong keung
ye yeh yip yap ip
du tu to toh
jin kam king chin
zhong chung cheong chong
xue hsueh sit
qiu chiu yau khoo hew
shen sim shum
su so soh
ouyang auyeung owyang
situ szeto seeto
kim gim ghim
lee yi rhee ri i li yee
park pak bak bark
choi choe choy
jung jeong chung jong cheong
kang gang
cho jo joe
yoon yun youn
jang chang
lim im rim yim
han hahn
shin sin
seo suh so
kwon gwon
hwang whang
ahn an
ryu yoo you yu ryoo
ko go koh
moon mun
noh roh no ro
jeon chun jun chon
nam nahm
gu koo goo ku
bae pae
woo u wu
nguyen nguyên
tran tràn
jose pepe
francisco paco pancho
ignacio nacho
concepcion concha
dolores lola
rosario charo
guadalupe lupe
enrique kike quique
jesus chuy
aleksandr sasha alexander
aleksandra sasha
mikhail misha
dmitry dima
vladimir vova volodya
nikolai kolya
ivan vanya
sergei seryozha serezha
alexei alyosha
maria masha
ekaterina katya kate
anastasia nastya
natalia natasha
giuseppe beppe peppe pino
giovanni gianni
francesco franco checco
johannes hans johann jan
josef sepp
friedrich fritz
wilhelm willi
heinrich heinz
georgios giorgos yorgos george
ioannis yannis giannis
dimitrios dimitris
konstantinos kostas konstantin
nikolaos nikos
panagiotis panos
benjamin bibi benny
singh sing
kaur kour
bibi bi
begum begom
abdul abd abdel abdal abdou abdoul
`

/** Ideographs and Hangul with the Japanese or Korean spellings their bearers use, as \`ideographs reading reading\`. */
export const JAPANESE = `
佐藤 sato satou
鈴木 suzuki
高橋 takahashi
田中 tanaka
渡辺 watanabe
渡邉 watanabe
渡邊 watanabe
伊藤 ito itoh itou
伊東 ito
山本 yamamoto
中村 nakamura
小林 kobayashi
加藤 kato katoh
吉田 yoshida
山田 yamada
佐々木 sasaki
山口 yamaguchi
松本 matsumoto
井上 inoue
木村 kimura
林 hayashi
清水 shimizu
山崎 yamazaki yamasaki
池田 ikeda
橋本 hashimoto
阿部 abe
安倍 abe
石川 ishikawa
山下 yamashita
森 mori
中島 nakajima nakashima
石井 ishii
小川 ogawa
前田 maeda
岡田 okada
長谷川 hasegawa
藤田 fujita
後藤 goto gotoh
近藤 kondo
村上 murakami
遠藤 endo
青木 aoki
坂本 sakamoto
斉藤 saito
斎藤 saito
齋藤 saito
福田 fukuda
太田 ota ohta
西村 nishimura
藤井 fujii
藤原 fujiwara
岡本 okamoto
金子 kaneko
三浦 miura
中野 nakano
中川 nakagawa
原田 harada
松田 matsuda
竹内 takeuchi
小野 ono
田村 tamura
中山 nakayama
和田 wada
石田 ishida
森田 morita
上田 ueda
原 hara
内田 uchida
柴田 shibata
酒井 sakai
宮崎 miyazaki
横山 yokoyama
高木 takagi
安藤 ando
宮本 miyamoto
大野 ono ohno
小島 kojima
谷口 taniguchi
工藤 kudo
今井 imai
高田 takada
丸山 maruyama
増田 masuda
杉山 sugiyama
村田 murata
大塚 otsuka
小山 koyama oyama
平野 hirano
藤本 fujimoto
河野 kono kawano
上野 ueno
野口 noguchi
武田 takeda
松井 matsui
千葉 chiba
岩崎 iwasaki
菅原 sugawara
木下 kinoshita
久保 kubo
佐野 sano
野村 nomura
松尾 matsuo
市川 ichikawa
菊地 kikuchi
菊池 kikuchi
杉本 sugimoto
古川 furukawa
大西 onishi
島田 shimada
水野 mizuno
桜井 sakurai
高野 takano
渡部 watanabe
吉川 yoshikawa
山内 yamauchi
西田 nishida
飯田 iida
菊田 kikuta
西川 nishikawa
小松 komatsu
北村 kitamura
安田 yasuda
五十嵐 igarashi
川口 kawaguchi
平田 hirata
関 seki
中田 nakata nakada
久保田 kubota
服部 hattori
東 higashi azuma
岩田 iwata
土屋 tsuchiya
川崎 kawasaki
福島 fukushima
本田 honda
辻 tsuji
樋口 higuchi
秋山 akiyama
田口 taguchi
永井 nagai
山中 yamanaka
中西 nakanishi
吉村 yoshimura
川上 kawakami
石原 ishihara
大橋 ohashi
松岡 matsuoka
馬場 baba
浜田 hamada
森本 morimoto
矢野 yano
浅野 asano
松下 matsushita
星野 hoshino
大久保 okubo
吉岡 yoshioka
小池 koike
荒木 araki
大谷 otani
熊谷 kumagai
松浦 matsuura
黒田 kuroda
尾崎 ozaki
永田 nagata
川村 kawamura
望月 mochizuki
田辺 tanabe
荒井 arai
新井 arai
大島 oshima
堀 hori
誠 makoto
浩 hiroshi
淳 jun atsushi
健 ken takeshi
修 osamu
茂 shigeru
実 minoru
博 hiroshi
正 tadashi
清 kiyoshi
進 susumu
勝 masaru
豊 yutaka
隆 takashi
翔 sho
蓮 ren
充 mitsuru
剛 tsuyoshi
聡 satoshi
学 manabu
勇 isamu
昇 noboru
弘 hiroshi
明 akira
亮 ryo
大輔 daisuke
健太 kenta
翔太 shota
拓也 takuya
直樹 naoki
和也 kazuya
達也 tatsuya
一郎 ichiro
太郎 taro
次郎 jiro
健一 kenichi
正雄 masao
美咲 misaki
陽子 yoko
恵子 keiko
幸子 sachiko
和子 kazuko
裕子 yuko hiroko
久美子 kumiko
由美子 yumiko
智子 tomoko
直子 naoko
京子 kyoko
洋子 yoko
美穂 miho
愛 ai
結衣 yui
葵 aoi
陽菜 hina
さくら sakura
花子 hanako
真由美 mayumi
由美 yumi
明美 akemi
直美 naomi
香織 kaori
千代 chiyo
優子 yuko
真一 shinichi
浩二 koji
晋三 shinzo
김 kim gim
이 lee yi rhee
박 park pak bak
최 choi choe
정 jung jeong chung
강 kang gang
조 cho jo
윤 yoon yun
장 jang chang
임 lim im
한 han
오 oh
서 seo suh
신 shin
권 kwon
황 hwang
안 ahn an
송 song
전 jeon jun chun
홍 hong
유 yoo yu
고 ko go koh
문 moon mun
양 yang
손 son sohn
배 bae
백 baek paik
허 heo hur huh
남 nam
심 shim sim
노 noh roh
하 ha
우 woo
구 koo gu
류 ryu
은 eun un
영 young yong
철 chol chul
현 hyun
선 sun sunny
숙 sook
주 joo
순 soon
`

/** Surnames whose reading differs from the first Mandarin reading of the sign. */
export const HAN_SURNAMES = `
单 shan
單 shan
曾 zeng
解 xie
仇 qiu
区 ou
區 ou
查 zha
朴 park
盖 ge
任 ren
翟 zhai
覃 qin
华 hua
乐 yue
尉 wei
洗 xian
冼 xian
呂 lu
吕 lu
`

export const HAN_TWO_SIGN_SURNAMES =
  '欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 夏侯 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 长孙 長孫 司徒 东方 東方 南宫 南宮 独孤 獨孤 西门 西門 端木 百里 轩辕 軒轅'
