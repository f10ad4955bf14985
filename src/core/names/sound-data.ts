// Latin spellings of the sound units of six scripts, with their cost in tenths of a nat, and the cost of Latin letter pairs.
// Learned by bench/screening/learn-sounds.ts from the development slices of steveash/NETransliteration-COLING2018,
// mined from Wikidata, CC0 1.0. One line a unit: script number, unit, spellings with costs.

export const SPELLINGS = `
1|"|:7
1|'|:0
1|,|:11
1|.|:3,jr:25,lmon:33,w:33
1|́|:7,mora:18,mor:57
1|а|a:1,:36,e:44,u:46,o:54,ah:55
1|б|b:0,be:53,:57
1|в|v:4,w:12,:43,u:46,ve:51
1|г|g:1,h:30,gu:37,gh:39,:53
1|д|d:3,:16,de:49
1|е|e:1,a:36,ie:46,i:46,et:48,je:49,ye:51,ier:52,:54,ai:57
1|ж|j:10,g:17,z:25,ge:27,zh:28,gi:29,c:34,:38,zs:38,rz:40,je:44,xh:52,gg:52,r:52,ggi:57
1|з|z:5,s:17,j:18,se:44,es:46,:48,ze:52,th:53
1|и|i:2,y:29,ie:38,:43,ey:45,ee:48,e:49,ea:51,hi:56
1|й|i:10,:15,y:16,j:24,us:29,igh:53,ll:54,ye:55,ill:55,s:57,ij:57,u:57
1|к|k:4,c:16,ck:34,:38,ch:42,qu:43,q:47,ke:56
1|л|l:0,le:41,ll:53,:54
1|м|m:0,:48,n:49
1|н|n:1,ne:41,:47,ng:47,nn:51,gn:53,nus:53
1|о|o:1,a:42,:42,au:46,oh:56,ot:56
1|п|p:0,pe:51,:56
1|р|r:0,re:49,:54
1|с|s:2,sh:27,z:37,c:38,x:41,:48,ce:53,sz:53,ss:53
1|т|t:1,th:31,ch:32,te:45,:54
1|у|u:2,ou:28,w:31,o:39,oo:39,:40,oe:54,a:56,wh:57
1|ф|f:1,ph:33,ff:41,v:43,th:50,fe:54
1|х|h:3,ch:20,kh:30,j:33,g:43,:52
1|ц|ts:10,z:14,c:17,tz:23,:33,t:42,cz:43,q:44,ci:54
1|ч|c:8,ch:11,cz:26,tsch:33,tch:36,:38,ci:39,cs:44,j:56,tx:57
1|ш|s:12,sh:12,sch:17,ch:25,sz:29,che:42,sc:50,rz:52,:57
1|щ|szcz:12,shch:18,sch:22,sc:25,sjts:29,s:31,ing:36,chsh:36,tsch:36,x:36,scz:36,ring:36,ttin:36
1|ъ|:3,gy:24,g:30,hi:35,hj:44,gw:44,gg:45,j:51
1|ы|y:6,i:12,a:32,:37,o:40,yy:48,iy:48,u:48,e:54,own:57,yas:58,eran:58,skaj:58,eeq:58
1|ь|:2,i:29,l:29,j:38,le:45,y:46,h:52,e:58
1|э|e:3,a:16,he:44,ae:51,:52,ai:55,i:57,o:57
1|ю|u:7,yu:14,ju:30,iu:32,y:34,ew:35,hu:36,ue:42,us:50,eu:51,you:53,uh:53,jo:58,ho:58
1|я|ya:10,a:14,ja:20,ia:21,:31,e:41,la:42,ea:50,ha:52,ah:58
1|ё|yo:10,o:12,ho:30,u:31,eu:32,oe:34,e:37,jo:38,oh:43,io:44,eux:46,i:51,toki:56,you:56
1|і|y:11
1|ќ|c:7
1|ў|u:11
1|қ|k:11
1|’|:1,esqu:38,auln:38,aydi:46,h:48
5|ا|a:2,:22,e:33,i:46,u:52
5|ب|b:5,p:13,be:32,ba:40,bb:44,pe:45,pp:47,ppe:53,bi:53,v:54,ab:56
5|ة|a:3,ah:24,e:30,eh:33,:43,ia:46,yya:47,ye:49,ya:50,yah:51,ma:54,rah:54,i:55,stra:56
5|ت|t:4,:18,tt:28,te:35,th:42,tte:45,ta:55,c:58,ght:58
5|ث|th:2,s:37,z:38,the:38,thu:38,:43,outh:49,t:54,rbee:54,ssou:54,bosn:54,xiii:54,thou:54,ongr:54,c:54,uta:54,tti:54,etas:54,es:57
5|ج|g:9,j:11,ge:29,ja:39,c:41,z:42,je:44,gi:45,gg:47,ga:48,ji:51,gu:52,ag:52,zh:53,dja:53,gh:54,aja:55,ch:56,d:57,dz:57
5|ح|h:10,ha:15,ah:23,has:35,he:37,oham:38,hos:39,hu:39,uh:40,aha:40,eh:41,ho:45,ahe:46,hus:46,uha:47,:50,oh:52,ham:53,kh:55,a:57,ahi:57,chas:57,laji:57,siba:57,bdul:57,yehi:57,hous:57,ga:57,zog:57,hano:57,hi:57,ahh:58,ihe:58,bore:58
5|خ|kh:11,ch:19,kha:22,j:23,g:32,h:34,akh:36,ikh:39,kho:40,ukh:43,okh:43,ech:45,x:45,v:45,rokh:46,ick:47,hu:48,hat:50,:52,che:52,khed:55,gulb:55,oeur:55,piz:55,hman:55,jh:55,ak:55,he:55,uh:55,bumi:56,chu:56,ge:56,och:57,hruh:57
5|د|d:1,de:30,da:46,dd:47,:48,ad:50,di:55,do:56,t:58
5|ذ|th:20,az:21,add:23,eath:26,z:27,the:28,za:31,d:31,edhe:31,ment:31,jad:31,i:31,dhi:32,uza:32
5|ر|r:2,er:24,rr:35,re:36,ar:44,ra:47,:51,ri:56
5|ز|z:5,s:15,ze:35,zz:39,es:39,se:40,za:43,sz:49,zh:49,:50,az:53,ise:53,zu:53
5|س|s:3,ss:29,c:30,:35,se:40,sa:43,ce:44,z:47,su:53,sz:54,sse:55,is:57,as:57
5|ش|sh:13,ch:13,c:18,s:27,sch:27,che:39,sha:41,ash:47,cha:48,shi:48,sz:50,she:52,cs:54,x:55,cz:56,ce:56,cc:57,:57
5|ص|s:11,sa:16,as:27,ss:31,ass:33,so:34,os:35,si:36,ce:37,su:37,sad:37,us:40,sse:41,ceu:42,sid:42,c:46,assi:47,pray:47,setm:47,z:47,ussa:47,har:47,osad:48,a:48,ous:49
5|ض|ad:24,az:24,d:27,adh:29,eza:30,awad:30,yyad:30,iz:32,dha:33,ze:34,edo:34,ed:34,ez:34,adho:34,yad:35,awan:39,ddi:39,ath:39,edd:39,adz:39,od:39,dh:39,del:39,aze:39,da:39,omdh:41
5|ط|t:6,ta:16,att:31,tt:32,ata:34,to:38,ot:43,th:43,otah:49,ife:49,aill:49,tayy:49,apu:49,mis:49,zil:49,uta:49,at:50,tak:52
5|ظ|dhi:23,uz:23,z:24,ze:26,iz:27,uzaf:29,dh:31,d:32,uza:32,adh:32,rsh:34,azza:34,s:34,hda:34,azo:34,ud:35,zahi:35,ad:35,dho:38
5|ع|a:8,:17,aa:24,o:26,u:32,e:33,abd:42,ae:44,i:46,ay:48,h:48,ota:51,ua:52,aw:53,ou:54,oe:57
5|غ|g:2,gh:31,gu:32,gg:43,ge:44,gha:47,agh:49,gue:54,gge:54,:56,ghe:56
5|ف|v:8,f:11,w:33,ff:34,ph:38,fa:38,ve:39,fe:43,ev:52,ffe:52,fi:54,af:58
5|ق|k:14,q:18,gu:28,g:30,qa:32,aq:33,ka:35,qu:37,ga:37,akk:39,uk:40,uq:40,gue:43,ke:43,co:43,ok:43,kwok:44,c:44,:47,erus:49,canu:49,qo:49,ug:49,ac:50,gho:50,gh:51,iq:52,ek:53,ck:54,a:54,t:54,aki:54,aggu:54,imp:54,icu:54,egha:54,kau:54,aqq:54,ca:54,emur:54,gued:54,egan:54,ku:54,kad:54,egh:55,kadi:55,kab:55,blon:58,ag:58
5|ك|k:6,c:14,ck:32,x:39,ke:41,ch:43,q:46,ka:48,cc:49,qu:52,g:53,:54
5|ل|l:3,ll:24,:27,le:32,el:42,la:48,lle:50,li:54
5|م|m:2,me:33,ma:35,mm:43,mi:48,am:48,:50,mo:52
5|ن|n:2,ne:32,nn:34,en:37,in:40,:50,nne:54,an:54,un:58
5|ه|h:4,e:29,:31,he:32,ha:34,ah:36,r:39,t:41,hu:42,hi:54,eh:55,s:57,a:57,i:57
5|و|o:5,u:14,w:30,ou:30,oo:46,:47,ow:49,au:49,we:55,wa:56
5|ي|i:7,e:12,y:23,:40,ie:41,j:46,ey:46,a:46,ye:54,iy:55
5|ڤ|v:14,fi:14
6|'|:1,e:27,i:35,h:43,he:51
6|א|a:4,:17,e:24,o:43,u:44,i:58
6|ב|b:6,v:15,be:26,ba:29,w:37,bb:45,ev:46,ve:49,av:53,va:55,eve:55,aba:57,iv:57
6|ג|g:3,j:24,ga:31,ja:38,ge:41,gh:42,gg:42,gue:48,ege:50,gu:52,zh:56,go:57
6|ד|d:2,de:25,da:34,dd:45,ad:48,ed:50,:53,edd:57
6|ה|a:9,h:16,e:19,ha:29,he:31,:37,et:42,ah:42,eh:44,er:45,ya:55,is:58
6|ו|o:6,u:14,:29,w:29,v:32,ou:38,oo:50,we:50,ve:51,va:52,wa:52,a:52,ow:55,e:57
6|ז|z:7,s:18,se:29,za:31,ze:33,j:35,az:40,g:41,ge:41,es:44,zz:46,zi:49,ja:50,je:54,:55,jac:55,sa:56,ez:57,san:58,rz:58
6|ח|h:14,ha:17,kh:23,ach:29,cha:29,ch:29,ah:31,j:33,kha:34,akh:37,eh:40,g:41,ge:45,ej:47,oah:47,cho:48,khe:48,je:48,a:48,each:50,che:50,han:56,uham:56,ahh:57,gu:57,gisc:58,iesl:58,stje:58,exhe:58,gh:58,cea:58,gge:58
6|ט|t:3,tt:28,te:29,ta:31,ett:41,th:44,ette:46,tte:51,:54,at:55,et:57
6|י|i:5,y:20,e:25,:27,a:37,ie:41,j:41,ey:54,u:56
6|ך|ch:8,ach:24,kh:30,ctor:34,k:34,akon:34,af:35,helm:38,polk:39,g:44,:45,tsie:45,mond:45,eric:45,ko:45,dhun:45,wald:45,rius:45,eada:45,ussa:45,jago:45,h:45,ut:45,ac:45,ag:45,abow:46,akh:51
6|כ|ch:9,k:20,ka:26,kh:30,ca:31,c:32,ke:35,exa:36,ech:39,ach:40,cha:42,coh:44,h:44,ss:45,ki:48,cho:49,eopa:49,echa:52,che:53,oche:55,eghe:55,udan:55,qu:55,q:55,nga:55,eha:55,aha:55,ax:55,chej:55,exe:55,akha:56,ah:57,hai:58
6|ל|l:4,le:24,el:26,ll:29,la:33,ell:35,al:39,lle:45,:49,elle:53,all:55,hl:58
6|ם|m:4,em:25,am:29,me:36,mm:37,im:43,om:44,amb:45,sim:47,ame:50,um:52,mme:52,lam:53,omme:53,mmes:53,ms:53,ahm:53,b:53
6|מ|m:5,ma:15,me:30,am:33,mm:42,:47,em:51,mu:54,mi:57
6|ן|n:4,an:25,en:26,ne:28,ann:35,nne:41,in:41,hn:48,nn:48,:56,aine:57,nd:58
6|נ|n:3,an:24,en:26,ne:35,na:36,nn:40,nne:53,gn:58,:58
6|ס|s:3,ss:30,:34,c:39,ce:39,es:39,se:40,sa:41,z:42,sse:46,ess:49,sz:53
6|ע|a:8,:18,e:21,aa:30,em:36,o:38,ua:38,i:39,im:41,gh:42,x:45,iz:48,u:49,gha:51,ve:53,ov:53,jasz:53,uve:55,ghi:55
6|ף|ff:9,f:12,ef:26,ph:29,phe:36,eoff:37,sef:40,effe:42,eph:43,ffe:47,fs:47,effs:47,rago:47,fe:47,w:47,off:55,uf:57,eff:57
6|פ|p:9,f:11,pe:29,pa:31,ph:33,pp:38,fe:39,fa:39,ff:43,ffe:47,ppe:51,fer:54,v:55,epp:56,af:56
6|ץ|c:11,tz:12,ch:19,cz:31,z:33,ets:36,tch:41,cs:41,az:45,t:48,etz:48,jic:49,aetz:50,ts:51,tsch:55,lla:55,es:55,sch:55,ots:55,eci:56
6|צ|ch:13,c:19,z:21,tz:25,ts:30,cha:36,ce:37,tch:39,zz:41,cz:41,ets:42,ze:42,che:43,cc:44,s:46,t:48,tse:48,tza:48,etz:48,cs:50,cch:51,tche:52,q:53,:54,itz:54,tze:55,atz:56,sa:56,atze:56,utch:57,ezza:57,ca:57,cci:58
6|ק|k:6,c:15,ck:29,ca:34,ka:34,ke:38,q:43,x:43,qu:48,ch:51,que:51,cc:52,ax:53,ex:55,ko:58
6|ר|r:5,er:17,re:30,ar:32,ra:33,rr:42,ur:51,err:54,:56
6|ש|sh:11,s:17,sch:20,sha:28,she:31,ch:32,che:36,ash:39,sz:43,:45,sa:47,x:48,t:49,c:52,a:53,shi:54,cha:54,se:55,scha:55,h:58
6|ת|t:10,th:13,ta:26,ath:30,te:35,at:35,:35,the:37,atth:45,ata:46,eth:49,att:49,atta:50,et:51,tra:52,oth:53,lies:53,ti:54,e:54,tt:56,oeth:57,pto:57,ria:57,naan:57,aso:57,and:57,axmi:58,lots:58,tho:58
9|-|:0,e:54,a:56
9|-a|a:2,ar:26,er:40,:40,e:44,u:45,ah:48,al:52,o:54,ha:57
9|-ai|e:9,a:19,ai:29,:30,ei:30,y:33,i:33,er:33,ay:36,c:38,el:48,et:48,al:48,igh:49,ey:49,ae:52,ye:56,ea:56,o:57,he:58
9|-an|an:5,en:29,am:30,a:31,ann:31,and:37,:40,in:42,ein:46,ain:49,on:50,e:50,ane:55,un:55,um:56,han:56,aine:56,ant:57
9|-ang|an:12,on:16,ang:28,am:31,o:32,:32,un:37,om:38,en:41,ong:41,a:44,oun:44,own:45,and:45,ant:47,anc:47,in:48,aun:50,orn:50,dawn:52,ho:52,yann:52,ao:54,or:55,oom:56,han:57
9|-ao|o:7,au:17,or:33,ou:34,ow:37,ao:40,a:41,aw:42,u:42,:43,al:44,erg:48,ho:51,ot:52,ald:54,el:54,oo:56,ol:58,aul:58
9|-e|:4,e:18,er:27,o:28,a:50,ur:51,el:55,u:57
9|-ei|e:7,i:16,er:27,a:32,:35,ay:40,ei:42,ey:42,y:43,ai:43,ie:46,et:46,u:50,el:52,es:52,ee:55,o:55,id:58,eh:58
9|-en|en:12,on:18,:21,in:23,an:28,n:28,ne:39,rn:41,son:44,hn:45,e:46,un:48,rne:49,ine:50,i:53,ern:55,man:55,nn:56,ing:57,earn:57,em:58,ein:58
9|-eng|en:11,on:14,un:27,eng:32,:32,em:39,n:39,ong:40,an:43,om:45,den:45,ern:47,orn:48,ou:50,ond:50,und:51,eown:52,u:57,in:57,ent:57,rti:57,oung:57,hang:57,ongs:57,erne:57,ta:57,uean:57,eung:57,ann:57,font:57,ol:57,roki:57,oom:57,eyn:57,ner:57,ir:57,enkh:57,ain:57,sho:57,ondo:57,eebe:57,oon:57,hida:57,hon:57,mas:57,enn:57,inne:57,oine:57,don:58,aen:58,anse:58,yama:58
9|-er|l:9,r:11,ll:30,er:31,le:33,re:40,:43,lle:43,el:45,rd:50,e:58
9|-i|:9,i:9,e:29,y:31,ie:40,ey:42,ea:50,ee:50
9|-ia|a:3,ar:23,ia:33,e:41,u:49,er:54,erk:54,:55,ra:55,as:56,at:58,o:58
9|-ian|en:17,ian:22,i:25,:25,in:26,a:34,an:37,ina:39,ine:41,hi:42,chen:42,am:43,can:44,helm:46,hige:46,uneo:46,ep:46,yeon:46,lage:46,ynyk:46,chae:46,em:46,yan:46,amac:46,kosa:46,ryca:46,deva:46,upp:46,iam:46,kada:46,yi:46,inla:46,inho:46,se:46,ame:46,gas:46,jli:47,leni:47,le:47,xe:48,zink:48,rghi:55,s:57,enk:57,asa:57,ham:57
9|-iang|an:20,yan:20,ang:26,joh:31,tyan:31,iang:34,jan:34,ia:37,:37,orne:38,ahn:38,isek:38,rin:38,jon:38,eanc:38,iro:38,hon:38,uka:38,tem:38,veur:38,ska:38,ko:38,djan:38,ian:38,he:38,uria:39,ha:44
9|-iao|:20,o:22,e:26,gio:28,haw:28,jo:29,yo:32,geor:33,jor:35,io:35,joe:35,hor:37,ho:38,gior:40,jiao:42,ggio:45,a:46,jol:46,chau:47,hin:47,hog:47,onen:47,mats:47,bird:47,geog:47,feny:47,tri:47,hino:47,yoeu:47,jowe:47,ogyo:47,hot:47,dhou:47,odjo:47,hjor:48,yok:48,glio:49,chio:50,ou:50,ejoy:52,ioi:53,juo:54,juoz:55,giot:57
9|-ie|e:5,a:29,ie:30,i:33,:37,er:37,et:41,ei:41,ea:46,je:49,ael:50,ey:51,tej:53,hir:54,ac:54,tier:54,ej:56,hon:56,it:57,o:58,her:58
9|-in|in:6,ing:25,en:31,ine:34,yn:34,im:35,:38,ind:43,een:43,an:44,ynn:45,ean:48,ym:51,eene:53,i:55,e:56,igne:56,hi:57,lene:57,inn:58
9|-ing|in:10,ing:16,ine:30,en:31,:31,un:39,din:45,i:45,ling:46,di:46,ei:48,e:49,yeon:49,inus:49,yn:49,oung:49,yo:50,okei:51,aoki:51,n:53,ding:53,ingh:56,inho:56,inn:56,ung:56,ng:56,reme:56,anee:56,awai:56,ion:56,ohnc:56,ream:56,tsuh:56,byul:56,yam:56,lyu:56,saku:56,gata:56,klep:56,gyon:56,een:56,koto:56,jia:56,urye:56,uru:56,kiyo:56,im:56,ien:56,akei:56,tehu:57,mi:57,jo:57,eunh:57,sei:58,ugsy:58
9|-iong|jone:17,on:19,jo:28,kuma:28,hoeu:28,tune:28,fok:28,jeon:28,jonz:29,e:31,hon:32,he:41,jon:56
9|-iu|iu:17,u:20,yu:26,eu:31,ius:33,ue:36,ughe:36,ewit:37,uw:37,ael:38,thew:38,urch:39,ju:40,hau:41,aki:41,ieux:42,tiu:43,kew:45,ur:46,ki:47,ugh:47,miri:47,juh:47,ion:47,io:47,mer:47,haw:47,iuo:47,ena:47,chor:47,avan:47,chut:47,gell:47,ge:47,mits:47,ua:48,jo:48,zo:48,schu:48,ew:48,gnyu:49,utyu:49,sieu:49,ho:50,o:52,do:52,lul:52,uliu:53,hael:56
9|-o|o:8,er:19,:26,or:29,a:35,ur:37,e:38,ou:44,ol:45,u:45,au:46,ar:46,al:46,our:48,eau:49,oe:50,oh:52,ore:53,augh:55,og:55,ir:56,oo:56
9|-ong|on:8,:23,un:30,om:30,one:31,ong:31,o:33,ung:40,oan:45,u:47,orn:48,omqv:49,oom:49,jo:50,en:51,a:54,ga:54,und:54,ault:54,buro:54,jian:54,um:54,zoon:54,atsa:54,taka:54,nasw:54,ow:54,ant:54,rom:55,ance:55,naga:55,aun:55,kong:55,ore:55,llon:55,long:56,cung:58,ul:58
9|-ou|o:12,u:13,ou:29,eu:32,ju:42,or:42,us:43,ow:44,aall:44,yu:45,yew:46,aud:47,ol:50,:50,op:51,chow:53,juh:53,ur:53,l:53,all:53,uhl:53,nter:53,ault:53,ayle:53,inde:53,suke:53,suji:53,outh:53,tomo:53,cole:53,el:53,mar:53,ir:53,iuc:53,al:53,oh:53,uiou:53,gyu:53,cik:53,ucer:53,is:53,ui:54,heu:54,iuz:54,eyol:54,du:54,tsus:54,au:55,reau:56,etie:56,eng:57
9|-u|:6,u:12,o:32,ou:35,oo:39,e:44,ur:52,ue:54,us:55,oe:58
9|-ua|ua:15,wa:26,va:28,uard:29,ra:29,vard:30,a:31,vac:33,al:34,wal:35,wall:40,uar:40,aver:40,walt:40,yeux:40,uver:40,ovar:40,rois:40,ever:40,ve:40,v:40,oaqu:40,ewal:40,val:40,fra:41,ouas:42,rvat:43
9|-uai|whi:20,geym:21,ato:21,wi:21,waiy:21,whit:21
9|-uan|kuin:29,hara:29,yun:29,kawa:29,quan:29,enny:29,wawa:29,dem:29,genb:29,oin:29,won:29,gta:29,gug:29,tomo:29,aoki:29,eig:30,nomi:33,enom:42
9|-uang|:6,ong:23,i:31,ko:31,drum:34,naka:34,quan:34,u:34,angj:35,arak:41,wang:41,ekw:50
9|-ue|jo:12,yo:27,o:29,jor:32,:33,er:33,yor:35,he:36,aku:38,llo:39,yon:43,aud:44,etsu:44,suns:44,ndra:44,eola:44,zew:44,owol:44,orti:44,jau:44,jar:44,aiot:44,hir:44,joe:44,yuk:44,hio:44,hael:44,ece:44,zek:44,cio:45,haud:45,eu:45,a:45,il:46,urk:47,i:47,erxe:50,joab:50,yorc:50,ljo:51,yot:55,or:57
9|-ui|i:14,e:15,y:27,a:28,ui:32,ie:34,:35,whi:35,ry:39,ri:40,ee:40,oy:46,ay:48,ea:48,el:49,eys:49,ear:49,ey:50,whip:50,rie:51,qui:53,ille:54,ery:54,ell:54,indo:54,iott:54,ikai:54,hyi:54,rick:54,orns:54,yfer:54,osch:54,aekw:54,racu:54,gwi:54,ria:54,ew:54,orax:54,in:55,io:55,ques:55,ig:56,whea:56,re:57,rio:58
9|-un|on:10,en:12,un:23,an:34,in:36,um:39,om:39,em:39,mura:46,i:46,u:48,:49,oon:50,qui:54,a:55,und:57,ent:57,vaka:57,gumo:57,ane:57,jime:57,vini:57,lern:57,am:57,mae:57,humb:57,oom:57,ger:57,wi:57,ein:57,va:57
9|-uo|o:2,or:38,ow:40,a:43,ou:45,au:46,u:46,:50,ot:51,ol:52,od:52,oo:52,aw:54,ho:56,eau:56,oe:57,eu:58
9|-v|u:8,:22,uh:26,y:32,uit:33,ueg:33,sol:33,icoe:33,ide:34,ly:35,ic:37,i:46
9|-ve|lo:10,ius:16,ia:23,iot:23
9|?|:6,ying:28,hima:28,gawa:28,j:28,ew:30,wang:35
9|b-|b:2,p:23,bb:43,:45,v:47,pp:58
9|c-|tz:13,ts:18,c:22,z:24,tr:29,:31,cz:35,ch:35,cho:42,tsch:44,zeh:44,oats:46,tich:51,ds:51,dz:51,uhim:51,gpa:51,rzu:51,zaki:51,tre:51,ue:52,ottr:52,tri:52,urz:52,anj:52,utts:53,gts:53,eij:54,tsz:54,utz:55,rz:55,ha:56,itz:56,ehai:57,uchi:57
9|ch-|ch:7,j:28,:31,c:32,ts:35,tch:39,cha:40,s:40,z:43,dj:45,tr:46,tro:49,l:50,rs:51,t:51,pass:51,maki:51,kshi:51,ture:51,eche:51,outz:51,sush:51,yego:51,q:51,tx:51,jeok:51,rmch:51,kel:51,ijss:51,bara:52,zbow:52,koxi:52,uz:52,trus:52,juy:52,treu:52,zayt:53,ekw:53,ls:54,uerc:54,iss:55,lds:56,chui:57,k:57
9|d-|d:3,t:19,tt:40,:40,dd:49,th:52,ld:54
9|f-|f:8,v:14,ff:28,ph:32,for:38,w:40,ve:43,ver:44,ffer:46,:48,eve:50,lph:50,fa:51,fer:53,fi:53,ffor:54
9|g-|g:3,k:34,:37,gu:41,co:42,gol:46,gg:47,ga:48,go:48,c:50,ko:50,gue:50,gh:55,qu:56
9|h-|h:3,:24,kh:32,ch:33,j:37,g:52,r:53,wh:54,ha:55,q:55,x:58,khuu:58
9|j-|g:11,k:14,j:20,:28,ky:36,t:38,d:39,z:41,gg:44,c:44,gu:48,ki:48,ck:48,dj:49,qu:50,ch:50,gh:52
9|k-|k:8,c:13,ck:26,ko:30,co:34,ch:37,qu:41,:41,x:43,q:48,kh:51,cor:55,que:57,g:58
9|l-|r:7,l:9,ll:28,:40
9|m-|m:1,mm:39,:45,ham:57
9|n-|n:2,:25,nn:43,gn:45,in:51,ne:55,l:55
9|p-|p:1,pp:31,pa:47,b:47,pr:54,ppe:56,:58
9|q-|ch:12,c:14,:20,z:29,dge:37,tch:38,zz:39,k:41,zi:43,cci:43,q:44,cch:46,tsch:47,g:50,dg:50,cz:51,kie:53,ke:57,cky:58
9|r-|r:5,:29,j:29,zh:33,z:40,je:42,get:44,ra:44,ge:45,erz:48,jo:48,zhe:48,ges:48,rr:48,rz:49,ru:50,re:50,zs:51,lor:52,l:53,wr:53,y:55,gy:55,o:55,urob:55,phre:55,ye:55,hiba:55,geux:55,nycc:55,esi:55,czy:55,to:55,ling:55,chi:55,gugy:55,thr:55,jou:55,zelj:56,rzh:56,or:57,jous:57,wrag:57,lu:58
9|s-|s:2,ss:30,z:35,th:38,c:40,:41,x:46,ce:48,us:53,rth:57
9|sh-|s:10,sh:13,sch:21,:32,ch:35,sz:44,ss:45,ouz:49,z:50,th:50,she:53,che:54,ex:54,zel:57,g:58
9|t-|t:2,tt:26,th:37,:39,d:41
9|w-|v:7,w:11,:24,u:41,we:49,b:54,m:56
9|x-|s:10,h:23,c:23,sh:24,ch:29,:29,ss:33,x:39,sch:42,si:46,th:47,z:49,sc:50,j:51,ci:53,thy:54,thie:54,uch:56,ssie:57
9|y-|:5,y:15,j:26,i:37,h:52,ill:56,e:57,g:58
9|z-|z:5,tz:32,:33,dze:34,ts:36,s:38,ds:40,j:42,se:43,zz:46,juni:48,lds:49,dz:49,rds:50,rtz:51,dj:51,zsac:52,ser:52,cz:52,zen:52,zh:52,zi:52,adze:52,ge:54,jo:55,uz:58
9|zh-|z:12,j:16,:22,zh:35,tr:36,ch:37,g:38,c:40,ge:41,s:43,zz:43,ges:45,ogh:48,ha:49,dhar:49,rg:50,rgos:50,se:51,jani:51,gi:51,ach:52,t:55,ijer:55,jay:55,chi:56,agar:56,exhi:56,saka:56,supp:56,jiaj:56,maru:56,bodh:56,dj:56,taew:56,ljai:56,ecch:56,juk:56,evic:56,gey:56,waja:56,giu:56,id:56,tsu:56,gg:56,xe:56,udzh:56,tch:57,gzho:57,jew:58,je:58,zi:58,isa:58
11|L0|g:3,:28,k:30,gh:38,gg:39,gu:41,t:50,shi:53,y:54,shin:57
11|L1|k:14,kk:16,gkor:25,kor:26
11|L10|tsu:7,yasu:36,:38,wa:41,ya:43,heog:43,naga:43,eong:43,mato:43,teru:43,sei:43,taka:43,thu:43,ss:43,komu:43,ishi:43,zu:43,nobu:43,kino:43,yuko:43,x:43,kiyo:43,gam:43,jun:43,sut:43,wase:43,maok:43,ukoj:43,otom:43,iya:43,rama:44,wata:45,psy:49,ps:51,ashi:56
11|L11|:0
11|L12|j:14,z:15,s:25,:25,g:28,gi:36,ds:36,se:39,ge:42,dge:42,zh:45,dj:45,d:47,zz:49,rge:54,zu:55,ka:55,je:55,dzh:56,dz:56,rz:57,de:57,ze:57,ko:57,o:57,gg:57
11|L13|ch:7,tse:18
11|L14|ch:12,c:16,tz:25,ts:30,z:30,tch:36,zz:37,:38,cz:45,t:45,tj:50,cc:50,cci:50,s:51,tsu:51,k:52,tsch:53,tes:53,j:53,ci:54,shir:56,erts:57,ds:57,kog:57,cch:57
11|L15|k:7,c:14,:27,ck:34,ch:35,kh:43,qu:44,g:50,q:50,cc:51,kk:54,cch:55
11|L16|t:3,tt:28,th:32,:33,d:37,tte:55,ght:56
11|L17|p:8,f:12,v:22,ff:32,ph:33,pp:37,w:41
11|L18|h:4,:26,ch:27,j:34,kh:34,r:42,g:47,f:49,ha:50,s:51,gh:55,wh:56,ka:56,tak:56
11|L2|n:2,:30,nn:32,gn:50,k:51,ne:52,h:57
11|L3|d:2,:33,t:35,dd:43,th:52,ad:53
11|L4|t:14,th:14
11|L5|r:6,:13,l:20,rr:47
11|L6|m:2,:29,mm:45,k:51
11|L7|b:5,v:12,w:31,:46,bb:48
11|L8|p:6,per:19
11|L9|s:4,:23,ss:30,c:34,sh:36,z:38,th:44,ce:46,su:54,x:57
11|T1|k:14,ck:16,x:17,c:19,:29,ch:32,g:37,kh:45,q:48,cke:50,ak:55,kdi:55,nin:55,eroi:55,ley:55,ianm:55,huit:55,veru:55,mi:55,jic:55,uoge:56
11|T16|m:2,me:31,mb:43,mm:47,hm:50,n:54,a:56,im:57,mbe:57,kill:57,b:57,anta:57,nsho:57,lme:57,eld:57,ffe:57,hen:57,:57
11|T17|b:9,p:12,v:21,pp:27,ob:38,f:39,ph:44,:44,vsky:56,fso:56
11|T19|t:9,tt:10,:36,tte:39,d:39,dt:39,k:41,ret:42,ood:46,th:46,orse:46,ch:46,tch:46,ti:46,j:46,ued:46,yos:46,fett:48,u:50,vis:53
11|T21|n:8,ng:10,:25,nd:42,nt:45,nc:49,ncoi:49,m:49,zono:54,in:56,o:58
11|T26|p:11
11|T4|n:2,ne:31,on:32,:36,nn:37,nne:52
11|T8|l:1,ll:33,le:35,:46,lle:46
11|V0|a:2,:22,ar:36,e:41,o:47,ah:49,i:56
11|V1|a:2,:30,c:33,ar:39,i:40,ae:48,e:55,an:55
11|V10|wag:14,wae:14
11|V11|o:5,eu:23,oe:33,jorg:34,oeu:38,oh:41,choe:43,szky:43,laza:43,eux:43,otzs:43,frai:43,yers:43,od:45,yi:46,aro:48,saro:55,i:58
11|V12|yo:11,jo:26,o:30,llo:32,ho:33,haw:35,cho:38,gno:40,ma:40,kawa:44,e:46,sat:46,xo:46,hjo:46,tio:48,hi:50,oy:50,h:51,kam:51,naga:51,riki:51,aide:51,mori:51,laux:51,kubo:51,ight:51,kuni:51,umeg:51,gunp:51,yome:51,shir:51,kita:51,suno:51,tend:51,buch:51,mit:51,tat:51,nono:51,yumi:51,ukai:51,olyi:51,keni:51,iyan:51,iike:51,yami:51,haya:51,ino:51,zawa:51,isod:51,etsu:51,jiro:51,gio:51,ogin:51,tani:51,ida:52,suke:52,ima:52,ryo:52,mma:52,og:52,oha:52,yoda:52,kyou:53,tomo:53,chop:54,eib:57
11|V13|u:5,:25,ou:25,o:29,oo:33,woo:44,ow:46,l:47,w:48,oe:50,ue:54,i:54,uh:54,hu:57
11|V14|wa:12,wo:16,wor:17,:30,war:30,ower:35,ragi:41,jaya:41,will:41,wha:41,wenx:41,a:41,lo:41,equo:41,ard:41,owar:44
11|V15|we:12,wel:13,wa:16,qua:32,rwel:35,er:37,che:39,quer:42,wag:43,wen:45,weg:45,ewa:49,ewel:49
11|V16|u:12,wi:14,y:26,h:30,ui:31,qui:35,whi:37,wee:38,wil:39,wy:41,:42,us:44,wie:44,whe:46,sure:47,wid:48,ur:50,nort:51,bohe:51,rghe:51,wei:51,we:51,whea:51,uij:51,ra:51,chi:51,hif:51,uh:51,ch:52,uyf:52,chy:52,i:56,vis:58
11|V17|:17,u:21,yu:24,ch:27,ew:31,h:33,ju:36,chu:37,hu:38,you:40,ho:41,ta:42,shi:44,ughe:45,hara:46,ue:48,naka:49,che:49,lle:49,iwa:49,tama:49,no:50,taka:50,hiki:51,uru:52,hi:54,ku:54,z:54,ou:54,igu:55,in:56,iyam:56,ieux:56,seri:56,keig:56,dori:56,isca:56,kara:56,koik:56,ibar:56,saeg:56,tori:56,otsu:56,polg:56,iuri:56,igar:56,suzu:56,band:56,tono:56,toyo:56,omor:56,saka:56,mina:56,maru:56,chuh:56,ikut:56,nari:56,mata:56,yoo:56,lin:56,inuz:56,oka:56,naga:56,zu:56,tana:56,ryo:56,kudo:56,isey:56,yoko:56,tomo:56,jutt:56,hino:56,shib:56,euge:56,to:57,xux:57,oryo:57,kubo:57,rche:57,na:57,dait:58,ji:58
11|V18|:0,e:35
11|V19|mgeo:14,ee:14
11|V2|ya:14,ha:20,ja:21,a:24,:29,cha:36,lla:39,yasu:42,yah:45,har:45,ia:47,hah:48,ro:50,h:50,chi:50,yuk:50,sh:52,rcia:52,yar:52,uchi:52,ka:53,usuk:54,ian:55,seij:56,hiro:57,yat:57,e:57,shar:58
11|V20|i:4,:20,y:24,e:36,ie:39,ey:39,ee:46,ea:50,a:55,hi:58
11|V3|ha:12,han:12,cha:19,ya:26,chat:32
11|V4|er:10,a:19,o:21,u:22,e:27,ur:34,or:39,ir:41,re:42,ar:44,ear:46,:46,r:47,ol:50,we:52,our:56
11|V5|e:2,a:26,:33,er:47,et:54
11|V6|her:14,hal:23,yeo:27,yu:27,he:32,hire:34,here:34,you:34,raka:34,tio:34,iyi:34,chge:34,ingg:34,cha:34,zaiy:34,lij:34,:34,nyeo:34
11|V7|ye:14,he:19,e:20,je:23,che:24,jer:39,hake:39,yate:39,her:42,ze:44,ess:44,lle:44,llej:47,chel:47,ie:49,chet:49,ha:49,buza:49,jaeh:49,uiwe:49,ko:49,giae:49,yo:49,go:49,joe:49,jedr:49,ge:49,rze:49,iche:51,ae:51,ch:55,hche:55,cher:57,cha:58
11|V8|o:2,:26,a:41,or:42,au:43,u:50,ow:51,aw:52,eu:55,e:58
11|V9|wa:11,:13,la:29,ua:34,we:36,w:38,i:41,a:43,na:45,ju:46,ichi:48,ki:48,war:50,ge:50,mako:51,ois:51,kenk:51,unzo:51,keji:51,tets:51,blum:51,daik:51,ha:51,obu:51,ard:51,eun:51,mine:51,awa:51,e:51,izo:51,chie:51,on:51,yo:51,ew:52,way:52,kuo:53,ei:54,mei:55
10|ァ|a:2,er:24,e:27,:45,i:49,o:53
10|ア|a:2,er:34,:38,e:40,re:42,r:43,u:47,ha:48,ah:51,ir:52,ur:55
10|ィ|i:2,y:23,e:39,:40,ie:41,ee:48,a:55
10|イ|i:6,y:16,:20,j:35,e:45,ye:48,ea:50,igh:51,yi:52,a:55,hi:55
10|ゥ|u:3,:21,oo:35,e:38,w:45,oux:45,wee:46,eux:49,o:51,ro:52,i:52,ous:58,l:58
10|ウ|u:9,w:9,v:35,woo:35,ou:36,l:36,:45,we:49,wh:52,wu:53
10|ェ|e:2,a:26,:45,er:46,et:49,i:54,o:54
10|エ|e:3,er:28,ye:30,a:36,:37,he:38,o:53,i:57,we:57
10|ォ|o:3,a:23,au:35,ar:39,or:40,augh:41,al:44,oor:47,ou:47,oul:53,u:54,eu:54,e:55
10|オ|o:1,au:34,u:43,ho:45,a:47,ot:51,:51,ow:54,eu:58
10|カ|ka:8,ca:11,ker:35,cker:36,cu:42,cha:44,kha:47,cur:47,:47,car:48,k:48,ke:50,qa:50,kir:50,co:51,ku:51,ko:54,kka:55,qua:57,cca:58
10|ガ|ga:4,ger:18,gha:30,gu:34,ge:41,g:47,gar:48,gga:48,gger:53,ggar:54,gard:58
10|キ|ki:7,ky:18,c:26,qui:31,k:35,chi:35,kee:39,ci:40,ke:41,cchi:42,kea:44,key:48,xi:51,qi:53,kei:53,kuh:55,:55,khi:55
10|ギ|gi:7,ghi:21,gui:22,g:25,gy:28,ggi:34,gu:42,gil:42,ggy:48,gea:50,ggie:52,gehe:55,guay:55,ki:55,ghar:55,agii:56,grie:56,xu:56,guy:57,gyb:57,ege:57,agy:58,guin:58
10|ク|k:9,c:16,ck:27,ku:28,x:31,ch:32,g:33,cu:35,qu:36,ke:38,:42,que:51,cou:52,q:53,rke:57,kh:57,kou:58
10|グ|g:2,gu:21,gg:37,gh:43,gou:45,gue:49,ge:52,:56
10|ケ|ke:6,que:26,cke:27,che:27,ka:30,ca:32,ce:35,koe:38,chae:40,quet:42,ko:43,khe:49,kke:50,ket:57,cche:58
10|ゲ|ge:4,gue:26,ga:29,ghe:29,g:45,go:46,hi:46,goe:47,gge:47,gues:50,gget:50,guer:52,tel:52,gay:55,nge:57,he:57,feje:57,bere:57,gye:57,oege:57,gai:58,goes:58,gos:58
10|コ|ko:6,co:9,cho:43,kho:46,cour:51,chu:56,:57
10|ゴ|go:1,gau:36,gaar:46,gho:46,ho:50,geo:50,gaud:50,ngo:52,gard:57,gu:57,jar:57,ko:57,jaho:57,ha:57,hory:57,ogoo:58
10|サ|sa:4,ssa:26,za:31,su:35,s:36,tha:37,sser:37,a:41,ser:41,so:45,se:49,the:52,ca:53,c:55,ther:57,thu:58
10|ザ|za:6,sa:19,ser:28,athe:35,ther:36,se:39,zha:43,si:47,zza:51,the:51,zer:52,da:53,eki:53,othe:54,ze:57,ssa:58,z:58,tha:58,ssan:58,dder:58,vary:58,wa:58,klem:58,zo:58,uder:58,enyi:58,zzed:58,rthu:58,thai:58,s:58,coun:58,em:58,sea:58,dsa:58,u:58
10|シ|sh:15,si:18,sch:20,s:21,ch:29,shi:32,ci:32,ssi:34,sy:40,:44,che:44,sz:44,sci:46,schi:46,chi:48,cy:49,xi:54,i:54,x:56,rss:56,cey:57
10|ジ|j:11,gi:26,g:27,zi:27,si:32,ge:34,ji:35,dge:36,ll:38,z:39,zh:40,di:40,d:40,dzi:41,zy:41,dj:45,je:47,dji:47,zhi:48,c:48,:49,rz:49,dz:49,ggi:49,y:49,dzh:53,zzi:53,s:55,jee:56,r:56,ri:56,dzhi:57,diy:57
10|ス|s:2,:35,su:37,th:37,z:39,ss:40,ce:41,se:46,sse:52
10|ズ|s:10,z:13,es:26,zu:29,ds:31,se:31,ze:39,d:43,su:44,du:46,zz:48,sz:52,odds:52,zou:53,th:55,bs:55,dzu:55,eese:56,zh:56,sou:57
10|セ|se:6,ce:19,sse:21,sa:36,e:38,the:42,ze:43,s:43,sset:45,ssa:46,sze:51,sce:51,tha:52,cet:55,sae:55,che:55,sai:55
10|ゼ|se:8,ze:11,dze:28,sa:34,so:41,she:42,the:42,zzel:46,xe:46,zey:51,rze:53,zeh:53,zi:53,rza:53,azea:53,ethe:54,soe:55,sol:58
10|ソ|so:3,sso:21,zo:39,thor:39,tho:47,ouss:48,sau:48,o:51,ceau:52,ssot:54,ssea:54,seo:55,su:55,szo:56
10|ゾ|zo:5,so:19,zzo:30,zu:42,saux:43,szo:43,za:43,usso:43,ysoc:43,som:44,ondi:44,zure:45,eso:46,isol:47
10|タ|ta:4,ter:21,te:31,tha:32,tu:38,t:39,tter:43,to:46,ti:46,tor:52,ther:53,tur:54,:56
10|ダ|da:4,der:21,du:30,do:36,d:39,dha:41,de:42,di:52,dda:53,dah:53,dder:56,dou:57
10|チ|ch:10,c:14,ci:27,chi:27,ti:33,tch:36,tsch:37,cz:37,ucci:41,cci:42,t:48,ty:48,:49,czy:50,tj:54,te:56,cha:56,cs:58
10|ヂ|dj:11
10|ッ|:3,t:20,c:25,d:43,k:49,oo:49,p:51
10|ツ|z:13,tz:16,ts:16,c:22,zz:28,tu:42,tes:44,t:47,zu:48,tsu:49,ates:53,zh:54,ds:55,ecz:55,:55,s:57,tzu:58
10|テ|t:8,te:9,tt:31,the:35,th:37,tte:46,ta:46,tet:52,to:56,:57
10|デ|de:8,d:8,dd:40,da:43,:49,dde:54,do:57
10|ト|t:6,to:13,d:31,te:34,th:39,dt:44,tte:45,tho:46,:46,tt:52,tto:53,tu:57
10|ド|d:5,do:13,de:33,:47,daw:55,ad:56,ood:58
10|ナ|na:3,ner:21,nna:41,n:44,nner:45,ne:46,nha:52,nun:53,nagh:55,ni:55,knap:58,onar:58,nier:58
10|ニ|ni:5,ny:26,n:28,gn:33,nni:34,ney:38,ne:39,nh:43,nny:45,nney:45,nj:47,new:50,nyi:51,nee:51,nie:53,nea:53,gni:56,gne:57,nnie:57
10|ヌ|nu:7,ne:13,n:24,nou:29,noux:44,noo:45,neu:45,nnus:51,nnu:51,nes:54,anut:54,mu:54,ksie:54,slow:54,liu:54,nnes:54,neux:54,e:54,es:54,ine:55
10|ネ|ne:2,nne:32,na:36,net:42,nnet:47,nay:51,enee:52,enay:52,snay:53,ney:56,nae:56,gne:58
10|ノ|no:1,nno:43,not:43,now:44,neu:45,:52,n:52,na:52,neux:57,naug:58,nho:58
10|ハ|ha:6,he:24,kha:28,h:29,hu:30,ho:35,ch:37,cha:38,ja:42,her:43,hear:53,hud:53,cher:57,hur:58
10|バ|ba:6,ber:21,va:24,bu:29,bur:33,ver:36,bha:43,be:44,bar:45,bir:48,wa:50,bo:51,b:52,:52,byr:56,bba:56
10|パ|pa:3,per:30,pper:31,p:42,pur:43,pe:44,po:44,ppa:45,pha:45,pi:48,pu:49,puc:50,ppar:53,yopa:56,lepi:57
10|ヒ|hi:11,ch:14,g:33,hy:35,hue:36,chi:36,ji:36,hew:37,khi:37,hea:38,he:39,gi:40,h:41,hee:41,a:46,hugh:46,hib:46,ho:47,hey:48,f:54,gie:54,hul:56,c:57,kuwa:57,tani:57,hyid:57,uggi:57,apho:57,odo:57,hoo:57,ehil:58
10|ビ|bi:8,vi:16,by:23,b:33,be:33,bj:38,bea:39,bee:41,wi:41,bbi:46,bey:46,bby:47,vy:47,bbie:48,bie:51,bhi:52,avey:54,rby:56,ibi:56,vey:56,:58
10|ピ|pi:2,ppi:31,py:33,pe:37,pee:42,pu:45,phi:47,pit:51,llai:58,pisa:58,pae:58
10|フ|f:7,v:14,ff:26,ph:34,w:36,hu:38,h:40,fu:45,kh:45,ch:48,hoo:52,ju:52,ffe:52,fe:53,:55,g:56,pf:57
10|ブ|b:3,bu:20,v:34,ve:38,bou:38,bb:44,be:51,vu:53
10|プ|p:4,pu:20,pp:32,pou:37,pe:38,b:39,ppe:47,eb:53,ph:57,upp:57,oep:57
10|ヘ|he:6,ge:22,ha:24,ho:28,her:36,je:36,hea:37,che:37,khe:45,hoe:50,hol:55,gue:56,hja:56,so:56,gye:56,uaje:56,er:56,hej:56,ch:57
10|ベ|be:3,ve:22,ba:28,bu:49,bbe:51,beh:54,bae:55
10|ペ|pe:2,ppe:28,pa:31,be:44,pet:48,:51,pae:53,pen:55,per:56,vor:58,phe:58,bacz:58,bese:58,po:58,paih:58,pij:58
10|ホ|ho:4,jo:27,kho:28,wh:30,ch:34,cho:40,haw:41,khu:43,gh:46,go:47,hoo:47,heus:51,hol:56,khuy:57,heo:57,obsk:57,goos:57,hali:57,ro:57,gob:57,ba:57,heu:57
10|ボ|bo:2,vo:26,beau:36,ba:43,bot:46,bbo:49,baud:50,bau:51,:53,spai:54,bour:54,bu:55,anyi:55,b:56,bog:56,gbow:56
10|ポ|po:2,ppo:32,pau:42,pho:43,ppu:45,p:49,pou:50,por:52,ppot:56,coml:56,phu:56,viva:56,ples:56,ppea:56,pu:56,tipo:56,tpo:56,pa:56
10|マ|ma:3,m:26,man:31,mc:34,mer:34,mu:36,me:38,mmer:48,mma:51,:54
10|ミ|mi:2,m:29,my:33,mee:36,me:46,mmi:46,mea:49,immy:54,mmil:55,mus:57,mj:58
10|ム|m:4,mu:17,me:36,mou:39,mm:40,oom:50,moo:50,mo:51,mbe:54,mb:56
10|メ|me:2,ma:25,mme:39,mol:44,mai:46,mo:46,met:51,mer:52,mae:53,moh:55,m:56,mmeh:57,hemi:57,oema:57
10|モ|mo:1,mmo:37,mau:38,mu:43,mal:55,meau:56,maw:57,maud:58
10|ャ|a:2,er:25,:35,e:40,u:45,ar:46
10|ヤ|ya:7,ja:17,er:24,a:35,lla:35,ia:36,:40,you:42,or:48,r:49,gian:51,yer:52,yah:52,jah:53,hja:53,jaak:53
10|ュ|:5,u:10,e:48,y:50,ew:53,ou:56
10|ユ|ju:14,yu:14,eu:26,u:26,you:29,hu:31,y:35,lle:37,l:41,iou:41,ue:43,jy:43,ur:48,ller:48,roma:48,heu:48,jeu:48,llou:48,biel:48,irce:48,gyl:48,yi:48,ew:48,yush:48,lj:48,nny:48,euil:48,juu:53
10|ョ|o:2,e:33,a:39,yo:40,au:43,:43,oh:46,kyaw:52,aw:53,aux:53,or:55,ho:57
10|ヨ|yo:8,jo:12,llo:28,io:31,go:41,o:44,joo:45,ljo:51,yaux:51,mind:51,bje:51,hesz:51,hjor:51,papa:51,csuh:51,koha:51,yu:51,yaf:51,e:51,jene:51,yoo:51,jaja:51,tich:51,hios:52,joh:53
10|ラ|ra:9,la:11,ler:31,lla:33,ru:39,re:39,r:41,lu:42,le:42,rra:43,l:46,ller:47,ro:49,:53,ri:54,lo:56
10|リ|ri:10,li:12,lli:29,ry:33,ly:33,ley:36,rri:39,l:40,ree:43,r:46,gli:47,rry:48,lee:48,le:49,lj:51,lly:52,ll:52,:53,re:53,rey:56,lea:57
10|ル|r:9,l:10,ll:31,ru:32,le:34,lu:35,lle:43,:45,re:48,rd:49,rou:53,rt:57
10|レ|re:9,le:10,ra:31,lle:31,la:37,rre:42,ro:47,ret:47,let:49,lo:50,:53,lai:55,lay:56,rrel:57
10|ロ|ro:6,lo:12,llo:33,rro:41,lau:42,reu:51,low:54,la:56,lu:56,r:57,raw:57,rau:57
10|ワ|wa:10,va:12,w:28,i:31,:35,wor:35,we:36,la:39,ower:39,is:43,y:45,wer:49,it:53,hua:54,wi:55
10|ヱ|e:11
10|ン|n:1,m:32,ne:38,ng:41,:46,nn:50,nd:52,nt:57
10|ヴ|v:3,w:17,ve:42,:46
10|ー|:2,r:24,e:29,h:42,a:47,u:50,y:54,oo:54,o:56,ou:57
`

/** 27 by 27: cost in tenths of a nat of a letter (column, 26 = end) after another (row, 26 = start). */
export const LETTER_PAIRS: readonly number[] = [
  49, 38, 36, 34, 46, 47, 38, 40, 35, 49, 34, 26, 31, 18, 52, 45, 62, 21, 28, 31, 36, 40, 44, 62, 38, 42, 19,
  15, 41, 70, 50, 15, 102, 76, 50, 24, 55, 59, 33, 73, 56, 20, 102, 102, 23, 52, 65, 25, 86, 78, 102, 41, 69,
  38, 21, 68, 37, 62, 29, 73, 56, 11, 28, 77, 25, 38, 62, 59, 23, 70, 56, 37, 53, 53, 36, 69, 78, 82, 53, 39,
  26, 18, 54, 68, 40, 17, 61, 47, 44, 20, 48, 56, 42, 49, 53, 21, 74, 81, 30, 41, 44, 30, 58, 52, 103, 39, 41,
  20, 39, 43, 40, 37, 40, 49, 41, 46, 32, 54, 40, 23, 36, 21, 47, 48, 74, 16, 28, 31, 45, 35, 47, 61, 37, 46,
  19, 19, 72, 67, 70, 19, 22, 70, 63, 22, 68, 58, 31, 54, 54, 24, 78, 83, 22, 43, 39, 27, 67, 72, 94, 52, 75,
  23, 18, 54, 63, 54, 19, 61, 38, 30, 24, 61, 61, 31, 50, 35, 23, 76, 71, 27, 42, 50, 25, 64, 52, 76, 46, 69,
  21, 14, 54, 57, 60, 18, 68, 68, 65, 17, 65, 47, 39, 42, 41, 22, 73, 86, 37, 52, 42, 29, 52, 50, 106, 43, 77,
  22, 30, 43, 26, 36, 28, 49, 36, 52, 55, 48, 34, 27, 34, 18, 36, 46, 63, 32, 26, 30, 42, 46, 59, 59, 45, 44,
  17, 12, 65, 51, 47, 19, 71, 65, 56, 19, 61, 43, 51, 54, 42, 18, 62, 90, 58, 45, 52, 22, 66, 68, 90, 62, 66,
  32, 16, 66, 66, 70, 22, 68, 71, 31, 19, 62, 48, 38, 54, 49, 18, 64, 105, 36, 40, 56, 28, 62, 52, 81, 33, 85,
  22, 18, 43, 48, 33, 18, 47, 52, 52, 19, 53, 45, 21, 41, 57, 24, 54, 76, 62, 40, 41, 34, 48, 60, 88, 39, 55,
  23, 11, 34, 38, 62, 21, 70, 66, 65, 20, 64, 58, 54, 37, 58, 21, 38, 75, 51, 44, 63, 29, 83, 66, 85, 45, 63,
  27, 23, 45, 39, 27, 23, 54, 28, 49, 24, 50, 38, 57, 59, 32, 26, 70, 67, 55, 32, 31, 42, 65, 63, 77, 43, 46,
  14, 51, 39, 39, 37, 43, 43, 41, 44, 43, 52, 37, 26, 33, 20, 39, 42, 70, 23, 27, 32, 28, 26, 37, 63, 45, 45,
  19, 16, 72, 55, 68, 17, 46, 77, 31, 21, 77, 48, 33, 60, 58, 20, 29, 96, 26, 39, 45, 31, 96, 77, 96, 50, 74,
  32, 24, 47, 74, 74, 74, 74, 74, 74, 27, 63, 74, 74, 74, 58, 39, 74, 58, 55, 63, 55, 4, 37, 74, 74, 74, 63,
  26, 20, 44, 43, 34, 23, 53, 35, 52, 20, 60, 42, 42, 40, 36, 22, 56, 65, 36, 35, 32, 33, 50, 60, 85, 39, 48,
  19, 23, 51, 30, 59, 25, 66, 64, 23, 28, 68, 28, 41, 46, 50, 28, 43, 63, 58, 29, 23, 31, 59, 55, 110, 50, 45,
  16, 19, 62, 46, 75, 20, 61, 67, 27, 23, 60, 51, 45, 52, 52, 21, 76, 88, 30, 29, 27, 35, 62, 55, 73, 42, 36,
  21, 37, 34, 32, 32, 32, 45, 36, 42, 34, 46, 31, 26, 30, 24, 50, 43, 63, 21, 20, 30, 57, 50, 53, 49, 46, 40,
  25, 14, 78, 61, 60, 18, 78, 61, 74, 14, 76, 54, 43, 87, 52, 29, 98, 98, 41, 34, 61, 45, 68, 98, 98, 44, 74,
  17, 13, 61, 63, 49, 18, 64, 65, 38, 16, 76, 52, 43, 63, 40, 25, 76, 81, 43, 27, 56, 41, 92, 73, 92, 41, 73,
  26, 21, 49, 62, 73, 22, 62, 73, 40, 18, 73, 73, 41, 41, 54, 32, 51, 73, 73, 40, 29, 33, 57, 54, 46, 49, 57,
  11, 18, 46, 43, 42, 26, 56, 49, 63, 39, 70, 42, 36, 41, 29, 25, 52, 88, 38, 34, 44, 30, 59, 67, 77, 56, 58,
  10, 16, 49, 51, 46, 19, 67, 59, 33, 21, 71, 39, 44, 43, 46, 25, 59, 67, 55, 47, 54, 28, 56, 52, 95, 34, 32,
  18, 28, 25, 29, 31, 37, 35, 30, 30, 41, 38, 27, 31, 25, 36, 39, 31, 58, 32, 23, 30, 49, 37, 38, 67, 43, 42,
  108,
]
