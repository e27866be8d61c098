/** Big cities and places a report names when it places people, victims or machines: `code|names`; an asterisk as in states.ts. */
export const CITIES = `
AE|Dubai;Sharjah
AF|Kandahar;Herat
AR|Cordoba;Rosario
AT|Salzburg;Graz;Linz
AU|Sydney*;Melbourne;Brisbane;Perth;Adelaide;Hobart
AZ|Ganja
BD|Chittagong
BE|Antwerp;Ghent;Liège
BG|Plovdiv;Varna
BR|Sao Paulo;São Paulo;Rio de Janeiro;Belo Horizonte;Recife
BY|Gomel;Brest-Litovsk
CA|Toronto;Montreal;Montréal;Vancouver;Calgary;Edmonton;Winnipeg;Quebec City;Hamilton, Ontario;Waterloo, Ontario
CH|Zurich;Zürich;Geneva;Basel;Lausanne;Lugano;Davos
CL|Santiago;Valparaiso
CN|Shanghai;Shenyang;Shenzhen;Guangzhou;Chengdu;Wuhan;Nanjing;Hangzhou;Tianjin;Dalian;Jinan;Chongqing;Xi'an;Harbin;Qingdao;Suzhou;Xiamen;Fuzhou;Dandong;Urumqi;Lhasa;Zhengzhou;Changsha;Hefei;Kunming;Pudong;Zhongguancun
CO|Medellin;Medellín;Cali*;Cartagena
CZ|Brno;Ostrava
DE|Munich;Frankfurt;Hamburg;Cologne;Stuttgart;Düsseldorf;Dusseldorf;Leipzig;Dresden;Bonn;Potsdam;Anhalt-Bitterfeld;Nuremberg;Karlsruhe
DK|Aarhus;Odense
EG|Alexandria*;Giza
ES|Barcelona;Valencia;Seville;Bilbao;Malaga;Zaragoza
FI|Espoo;Tampere;Turku;Oulu
FR|Marseille;Lyon;Toulouse;Nice*;Bordeaux;Lille;Strasbourg;Nantes;Rennes;Grenoble
GB|Manchester;Birmingham;Liverpool;Glasgow;Edinburgh;Cardiff;Belfast;Leeds;Bristol;Sheffield;Cheltenham;Cambridge;Oxford;Salisbury*;Newcastle;Nottingham;Southampton
GR|Thessaloniki
HK|Kowloon
HU|Debrecen
ID|Surabaya;Bandung;Bali
IE|Cork*;Galway;Limerick
IL|Haifa;Herzliya;Dimona;Beersheba
IN|Mumbai;Bombay;Bangalore;Bengaluru;Hyderabad;Chennai;Kolkata;Pune;Gurgaon;Noida;Ahmedabad;Kudankulam
IQ|Mosul;Basra;Erbil;Kirkuk
IR|Isfahan;Esfahan;Mashhad;Shiraz;Tabriz;Qom;Natanz;Bushehr;Fordow;Fordo;Bandar Abbas
IT|Milan;Turin;Naples;Florence*;Bologna;Venice;Genoa;Palermo
JP|Osaka;Kyoto;Nagoya;Yokohama;Hiroshima;Nagasaki;Sapporo;Fukuoka;Fukushima;Kobe*
KE|Mombasa
KP|Sinuiju;Wonsan;Kaesong;Yongbyon;Kusong
KR|Busan;Incheon;Daegu;Daejeon;Seongju;Gwangju;Ulsan;Pangyo;Jeju;Gangnam;Pyeongchang;PyeongChang;Sejong
KZ|Almaty
LT|Kaunas
MA|Casablanca;Marrakesh
MD|Tiraspol
MX|Guadalajara;Monterrey;Tijuana;Ciudad Juarez
MY|Penang;Johor
NG|Lagos;Kano
NL|Rotterdam;Utrecht;Eindhoven;Schiphol
NO|Bergen;Trondheim;Stavanger
NZ|Auckland;Wellington;Christchurch
PH|Davao;Cebu;Quezon City;Makati
PK|Karachi;Lahore;Peshawar;Quetta
PL|Krakow;Kraków;Gdansk;Gdańsk;Wroclaw;Wrocław;Poznan;Lodz
PS|Hebron;Rafah;Khan Younis;Nablus
PT|Porto
RO|Cluj;Timisoara;Iasi
RS|Novi Sad
RU|St. Petersburg;Saint Petersburg;St Petersburg;Novosibirsk;Yekaterinburg;Kazan;Nizhny Novgorod;Vladivostok;Rostov-on-Don;Sochi;Kaliningrad;Murmansk;Taganrog;Samara;Volgograd;Krasnodar;Khimki;Khabarovsk;Omsk
SA|Jeddah;Mecca;Dhahran;Medina*
SE|Gothenburg;Malmo;Malmö;Uppsala
SY|Aleppo;Homs;Idlib;Raqqa;Latakia
TH|Chiang Mai;Phuket
TR|Istanbul;Izmir
TW|Kaohsiung;Taichung;Hsinchu;Tainan
UA|Kharkiv;Kharkov;Odesa;Odessa;Lviv;Dnipro;Mariupol;Zaporizhzhia;Kherson;Chernobyl;Chornobyl;Ivano-Frankivsk;Vinnytsia;Bakhmut;Sevastopol;Simferopol
UG|Entebbe
US|Atlanta;New York City;New York;Manhattan;Brooklyn*;Newark;Boston;Chicago;Los Angeles;San Francisco;San Jose;San Diego;Seattle;Houston;Dallas;Austin*;San Antonio;Philadelphia;Pittsburgh;Baltimore;Detroit;Denver;Phoenix*;Las Vegas;Miami;Orlando*;Tampa;Cleveland;Cincinnati;Columbus, Ohio;Minneapolis;St. Louis;Kansas City;New Orleans;Nashville;Memphis;Charlotte*;Raleigh;Portland;Sacramento;Oakland;Silicon Valley;Palo Alto;Mountain View;Cupertino;Redmond;Menlo Park;Sunnyvale;Santa Clara;Fort Meade;Langley;Quantico;Arlington;Alexandria, Virginia;Reston;Wall Street;Hollywood;Salt Lake City;Indianapolis;Milwaukee;Jacksonville;Honolulu;Anchorage;Norfolk, Virginia;Plano;Hampton Roads;Pearl Harbor;Burbank;Culver City;Oldsmar
UZ|Samarkand
VE|Maracaibo
VN|Ho Chi Minh City;Saigon;Da Nang;Haiphong
ZA|Johannesburg;Cape Town;Durban
`;

/** Provinces, states, peninsulas and other parts of a country: `code|names`. "County" after a name is American unless the name is a place elsewhere. Crimea counts as what the United Nations hold it to be. */
export const REGIONS = `
AU|New South Wales;Queensland;Tasmania;Western Australia;South Australia
BE|Flanders;Wallonia
CA|Ontario;Quebec;Québec;British Columbia;Alberta;Manitoba;Saskatchewan;Nova Scotia;New Brunswick;Newfoundland;Nunavut
CN|Xinjiang;Tibet;Guangdong;Sichuan;Liaoning;Hainan;Fujian;Shandong;Jiangsu;Zhejiang;Hubei;Hunan;Henan;Hebei;Yunnan;Jilin;Heilongjiang;Shaanxi;Inner Mongolia;Uyghur;Uyghurs;Uighur;Uighurs;Tibetan;Tibetans
DE|Bavaria;Saxony;Saxony-Anhalt;Hesse;Rhineland;North Rhine-Westphalia;Baden-Württemberg;Thuringia
ES|Catalonia;Catalan;Basque Country
FR|Brittany*;Normandy;Alsace;Corsica;Provence
GE|Abkhazia;South Ossetia
IN|Kashmir;Maharashtra;Tamil Nadu;Karnataka;Gujarat;Kerala;Ladakh;Punjab;Uttar Pradesh
IQ|Iraqi Kurdistan
IT|Sicily;Lombardy;Tuscany;Sardinia
JP|Okinawa;Hokkaido;Kyushu
KR|North Gyeongsang;Gyeonggi;Gyeongsang;Jeju Island
MD|Transnistria
RU|Siberia;Siberian;Chechnya;Chechen;Dagestan;Tatarstan;Tatar;Bashkortostan;Leningrad
UA|Crimea;Crimean;Donbas;Donbass;Donetsk;Luhansk;Lugansk
US|County*;Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana*;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York state;New York State;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Washington state;Washington State;Wisconsin;Wyoming;Californian;Texan;New Yorker;New Yorkers;New England;Midwest;District of Columbia
`;
