import json,re
D={}
for i in range(1,5): D.update(json.load(open(f'f{i}.json')))
D['zlata-stezka.html']['places'].append('Zbytiny')
D['slany-spolek.txt']['places']=['Kvílice','Zlonice','Třebíz']
D['vitkov-partnerstvi.html']['organizations'].insert(0,'Lokální partnerství Vítkov')
o=D['zapis_PS_bydleni_litvinov.txt']['organizations']; o[o.index('Naděje')]='Naděje, pobočka Litvínov'
D['vyrocka-orlova.txt']['title']='Výroční zpráva spolku Klubíčko Orlová, z. s., za rok 2019'
json.dump({"documents":D},open('facts.json','w'),ensure_ascii=False,indent=1)
K=["title","town","region","places","published","founded","years","members","working_group_members","organizations","persons","abbreviations"]
for f,d in D.items():
    t=open(f).read(); p=re.sub(r'\s+',' ',re.sub(r'<[^>]+>',' ',t).replace('&nbsp;',' ')); low=p.lower()
    ys=sorted({int(y) for y in re.findall(r'(?<!\d)((?:19|20)\d\d)(?!\d)',p)})
    print(f,len(p.split()),list(d)==K, 'title' if d['title'].lower() not in low else '', 'YEARS',set(ys)^set(d['years']))
    for k in ('places','members','working_group_members','organizations','persons'):
        for n in d[k]:
            if not all(w.lower()[:max(2,len(w)-3)] in low for w in n.split()): print('   ?',k,n)
