/**
 * ISO 3166-1 alpha-2 countries: `code|names|adjectives and people|capital and other seats of government`.
 * The first name is the short English one. Lists are separated by `;`. An asterisk marks a word that is also a personal or ordinary
 * name and needs its surroundings looked at. `XK` is the user-assigned code in general use for Kosovo.
 */
export const STATES = `
AD|Andorra|Andorran;Andorrans|Andorra la Vella
AE|United Arab Emirates;UAE;U.A.E.;Emirates|Emirati;Emiratis|Abu Dhabi
AF|Afghanistan|Afghan;Afghans;Afghani|Kabul
AG|Antigua and Barbuda;Antigua|Antiguan;Antiguans|
AI|Anguilla|Anguillan|
AL|Albania|Albanian;Albanians|Tirana
AM|Armenia|Armenian;Armenians|Yerevan
AO|Angola|Angolan;Angolans|Luanda
AQ|Antarctica||
AR|Argentina|Argentine;Argentines;Argentinian;Argentinians;Argentinean|Buenos Aires
AS|American Samoa|American Samoan|Pago Pago
AT|Austria|Austrian;Austrians|Vienna
AU|Australia|Australian;Australians|Canberra
AW|Aruba|Aruban|Oranjestad
AX|Åland Islands;Åland;Aland Islands||Mariehamn
AZ|Azerbaijan|Azerbaijani;Azerbaijanis;Azeri;Azeris|Baku
BA|Bosnia and Herzegovina;Bosnia-Herzegovina;Bosnia|Bosnian;Bosnians|Sarajevo
BB|Barbados|Barbadian;Barbadians|Bridgetown
BD|Bangladesh|Bangladeshi;Bangladeshis|Dhaka
BE|Belgium|Belgian;Belgians|
BF|Burkina Faso|Burkinabe;Burkinabé|Ouagadougou
BG|Bulgaria|Bulgarian;Bulgarians|Sofia*
BH|Bahrain|Bahraini;Bahrainis|Manama
BI|Burundi|Burundian;Burundians|Bujumbura;Gitega
BJ|Benin|Beninese|Porto-Novo
BL|Saint Barthélemy;Saint Barthelemy;St. Barts||Gustavia
BM|Bermuda|Bermudian;Bermudians|
BN|Brunei;Brunei Darussalam|Bruneian;Bruneians|Bandar Seri Begawan
BO|Bolivia|Bolivian;Bolivians|La Paz
BQ|Bonaire||
BR|Brazil;Brasil|Brazilian;Brazilians|Brasilia;Brasília
BS|Bahamas|Bahamian;Bahamians|Nassau
BT|Bhutan|Bhutanese|Thimphu
BV|Bouvet Island||
BW|Botswana|Botswanan;Batswana|Gaborone
BY|Belarus;Byelorussia|Belarusian;Belarusians;Belarussian;Belarussians|Minsk
BZ|Belize|Belizean;Belizeans|Belmopan
CA|Canada|Canadian;Canadians|Ottawa
CC|Cocos Islands||
CD|Democratic Republic of the Congo;Democratic Republic of Congo;DR Congo;DRC;Congo|Congolese|Kinshasa
CF|Central African Republic|Central African|Bangui
CG|Republic of the Congo;Republic of Congo;Congo-Brazzaville||Brazzaville
CH|Switzerland|Swiss|Bern;Berne
CI|Ivory Coast;Côte d'Ivoire;Cote d'Ivoire|Ivorian;Ivorians|Yamoussoukro
CK|Cook Islands||Avarua
CL|Chile|Chilean;Chileans|Santiago de Chile
CM|Cameroon|Cameroonian;Cameroonians|Yaounde;Yaoundé
CN|China;People's Republic of China;Peoples Republic of China;PRC;P.R.C.;PR China;mainland China;Mainland China|Chinese;Chinese nationals;Chinese citizens|Beijing;Zhongnanhai;Peking
CO|Colombia|Colombian;Colombians|Bogota;Bogotá
CR|Costa Rica|Costa Rican;Costa Ricans|
CU|Cuba|Cuban;Cubans|Havana
CV|Cape Verde;Cabo Verde|Cape Verdean;Cape Verdeans|Praia*
CW|Curaçao;Curacao||Willemstad
CX|Christmas Island||Flying Fish Cove
CY|Cyprus|Cypriot;Cypriots|Nicosia
CZ|Czech Republic;Czechia|Czech;Czechs|Prague
DE|Germany;Federal Republic of Germany|German;Germans|Berlin
DJ|Djibouti|Djiboutian;Djiboutians|
DK|Denmark|Danish;Dane;Danes|Copenhagen
DM|Dominica||Roseau
DO|Dominican Republic|Dominican;Dominicans|Santo Domingo
DZ|Algeria|Algerian;Algerians|Algiers
EC|Ecuador|Ecuadorian;Ecuadorians;Ecuadorean;Ecuadoreans|Quito
EE|Estonia|Estonian;Estonians|Tallinn
EG|Egypt|Egyptian;Egyptians|Cairo
EH|Western Sahara|Sahrawi;Sahrawis|Laayoune;El-Aaiun
ER|Eritrea|Eritrean;Eritreans|Asmara
ES|Spain|Spanish;Spaniard;Spaniards|Madrid
ET|Ethiopia|Ethiopian;Ethiopians|Addis Ababa
FI|Finland|Finnish;Finn*;Finns|Helsinki
FJ|Fiji|Fijian;Fijians|Suva
FK|Falkland Islands;Falklands||
FM|Micronesia|Micronesian;Micronesians|Palikir
FO|Faroe Islands|Faroese|Torshavn
FR|France|French;Frenchman;Frenchmen|Paris
GA|Gabon|Gabonese|Libreville
GB|United Kingdom;UK;U.K.;Great Britain;Britain;England;Scotland;Wales;Northern Ireland|British;Briton;Britons;Brits;Scottish;Welsh;Englishman|London;Whitehall;Downing Street;Westminster;10 Downing Street
GD|Grenada|Grenadian;Grenadians|
GE|Georgia*|Georgian;Georgians|Tbilisi
GF|French Guiana||Cayenne
GG|Guernsey||Saint Peter Port;St Peter Port
GH|Ghana|Ghanaian;Ghanaians|Accra
GI|Gibraltar|Gibraltarian;Gibraltarians|
GL|Greenland|Greenlandic;Greenlander;Greenlanders|Nuuk
GM|Gambia;The Gambia|Gambian;Gambians|Banjul
GN|Guinea|Guinean;Guineans|Conakry
GP|Guadeloupe||Basse-Terre
GQ|Equatorial Guinea|Equatorial Guinean;Equatoguinean|Malabo
GR|Greece|Greek;Greeks|Athens
GS|South Georgia and the South Sandwich Islands;South Georgia||Grytviken
GT|Guatemala|Guatemalan;Guatemalans|Guatemala City
GU|Guam|Guamanian|Hagatna;Hagåtña
GW|Guinea-Bissau||Bissau
GY|Guyana|Guyanese|Georgetown*
HK|Hong Kong;Hongkong|Hong Konger;Hong Kongers;Hongkongers|
HM|Heard Island and McDonald Islands||
HN|Honduras|Honduran;Hondurans|Tegucigalpa
HR|Croatia|Croatian;Croatians;Croat;Croats|Zagreb
HT|Haiti|Haitian;Haitians|Port-au-Prince
HU|Hungary|Hungarian;Hungarians|Budapest
ID|Indonesia|Indonesian;Indonesians|Jakarta
IE|Ireland;Republic of Ireland|Irish;Irishman|Dublin
IL|Israel|Israeli;Israelis|Jerusalem;Tel Aviv
IM|Isle of Man|Manx|
IN|India|Indian;Indians|New Delhi;Delhi
IO|British Indian Ocean Territory||
IQ|Iraq|Iraqi;Iraqis|Baghdad
IR|Iran;Islamic Republic of Iran;Islamic Republic|Iranian;Iranians;Persian|Tehran;Teheran
IS|Iceland|Icelandic;Icelander;Icelanders|Reykjavik;Reykjavík
IT|Italy|Italian;Italians|Rome
JE|Jersey*||Saint Helier;St Helier
JM|Jamaica|Jamaican;Jamaicans|Kingston*
JO|Jordan*;Hashemite Kingdom of Jordan|Jordanian;Jordanians|Amman
JP|Japan|Japanese|Tokyo
KE|Kenya|Kenyan;Kenyans|Nairobi
KG|Kyrgyzstan;Kyrgyz Republic|Kyrgyz;Kyrgyzstani|Bishkek
KH|Cambodia;Kampuchea|Cambodian;Cambodians|Phnom Penh
KI|Kiribati||South Tarawa;Tarawa
KM|Comoros|Comorian;Comorians|Moroni
KN|Saint Kitts and Nevis;St. Kitts and Nevis;St. Kitts||Basseterre
KP|North Korea;N. Korea;DPRK;D.P.R.K.;Democratic People's Republic of Korea|North Korean;North Koreans|Pyongyang
KR|South Korea;S. Korea;Republic of Korea;ROK;R.O.K.|South Korean;South Koreans|Seoul;Blue House;Cheong Wa Dae;Yongsan
KW|Kuwait|Kuwaiti;Kuwaitis|Kuwait City
KY|Cayman Islands;Caymans|Caymanian|
KZ|Kazakhstan|Kazakh;Kazakhs;Kazakhstani|Astana;Nur-Sultan
LA|Laos;Lao PDR|Laotian;Laotians;Lao|Vientiane
LB|Lebanon|Lebanese|Beirut
LC|Saint Lucia;St. Lucia||Castries
LI|Liechtenstein||Vaduz
LK|Sri Lanka|Sri Lankan;Sri Lankans|Colombo
LR|Liberia|Liberian;Liberians|Monrovia
LS|Lesotho|Basotho|Maseru
LT|Lithuania|Lithuanian;Lithuanians|Vilnius
LU|Luxembourg|Luxembourgish;Luxembourger;Luxembourgers|
LV|Latvia|Latvian;Latvians|Riga
LY|Libya|Libyan;Libyans|Tripoli
MA|Morocco|Moroccan;Moroccans|Rabat
MC|Monaco|Monegasque|
MD|Moldova|Moldovan;Moldovans|Chisinau;Chișinău
ME|Montenegro|Montenegrin;Montenegrins|Podgorica
MF|Saint Martin||
MG|Madagascar|Malagasy|Antananarivo
MH|Marshall Islands|Marshallese|Majuro
MK|North Macedonia;Macedonia;FYROM|Macedonian;Macedonians|Skopje
ML|Mali|Malian;Malians|Bamako
MM|Myanmar;Burma|Burmese|Naypyidaw;Naypyitaw;Nay Pyi Taw
MN|Mongolia|Mongolian;Mongolians|Ulaanbaatar;Ulan Bator
MO|Macau;Macao|Macanese|
MP|Northern Mariana Islands||Saipan
MQ|Martinique||Fort-de-France
MR|Mauritania|Mauritanian;Mauritanians|Nouakchott
MS|Montserrat||
MT|Malta|Maltese|Valletta
MU|Mauritius|Mauritian;Mauritians|Port Louis
MV|Maldives|Maldivian;Maldivians|
MW|Malawi|Malawian;Malawians|Lilongwe
MX|Mexico|Mexican;Mexicans|Mexico City
MY|Malaysia|Malaysian;Malaysians|Kuala Lumpur;Putrajaya
MZ|Mozambique|Mozambican;Mozambicans|Maputo
NA|Namibia|Namibian;Namibians|Windhoek
NC|New Caledonia|New Caledonian|Noumea;Nouméa
NE|Niger|Nigerien;Nigeriens|Niamey
NF|Norfolk Island||
NG|Nigeria|Nigerian;Nigerians|Abuja
NI|Nicaragua|Nicaraguan;Nicaraguans|Managua
NL|Netherlands;The Netherlands;Holland*|Dutch;Dutchman;Dutchmen|The Hague;Amsterdam
NO|Norway|Norwegian;Norwegians|Oslo
NP|Nepal|Nepalese;Nepali;Nepalis|Kathmandu
NR|Nauru|Nauruan|Yaren
NU|Niue||Alofi
NZ|New Zealand;Aotearoa|New Zealander;New Zealanders;Kiwis|
OM|Oman|Omani;Omanis|Muscat
PA|Panama|Panamanian;Panamanians|Panama City
PE|Peru|Peruvian;Peruvians|Lima*
PF|French Polynesia||Papeete
PG|Papua New Guinea|Papua New Guinean|Port Moresby
PH|Philippines;The Philippines|Philippine;Filipino;Filipinos|Manila;Malacañang;Malacanang
PK|Pakistan|Pakistani;Pakistanis|Islamabad;Rawalpindi
PL|Poland|Polish;Pole*;Poles*|Warsaw
PM|Saint Pierre and Miquelon||
PN|Pitcairn||Adamstown
PR|Puerto Rico|Puerto Rican;Puerto Ricans|San Juan
PS|Palestine;Palestinian Territories;Palestinian Authority;Gaza;Gaza Strip;West Bank|Palestinian;Palestinians|Ramallah
PT|Portugal|Portuguese|Lisbon
PW|Palau|Palauan;Palauans|Ngerulmud;Melekeok
PY|Paraguay|Paraguayan;Paraguayans|Asuncion;Asunción
QA|Qatar|Qatari;Qataris|Doha
RE|Réunion||
RO|Romania|Romanian;Romanians|Bucharest
RS|Serbia|Serbian;Serbians;Serb;Serbs|Belgrade
RU|Russia;Russian Federation;Soviet Union;USSR;U.S.S.R.|Russian;Russians;Soviet|Moscow;Kremlin;Lubyanka
RW|Rwanda|Rwandan;Rwandans|Kigali
SA|Saudi Arabia;Kingdom of Saudi Arabia;KSA|Saudi;Saudis;Saudi Arabian|Riyadh
SB|Solomon Islands|Solomon Islander;Solomon Islanders|Honiara
SC|Seychelles|Seychellois|
SD|Sudan|Sudanese|Khartoum
SE|Sweden|Swedish;Swede;Swedes|Stockholm
SG|Singapore|Singaporean;Singaporeans|
SH|Saint Helena||
SI|Slovenia|Slovenian;Slovenians;Slovene;Slovenes|Ljubljana
SJ|Svalbard||Longyearbyen
SK|Slovakia;Slovak Republic|Slovak;Slovaks;Slovakian|Bratislava
SL|Sierra Leone|Sierra Leonean;Sierra Leoneans|Freetown
SM|San Marino|Sammarinese|
SN|Senegal|Senegalese|Dakar
SO|Somalia;Somaliland|Somali;Somalis|Mogadishu
SR|Suriname|Surinamese|Paramaribo
SS|South Sudan|South Sudanese|Juba
ST|São Tomé and Príncipe;Sao Tome and Principe||São Tomé;Sao Tome
SV|El Salvador|Salvadoran;Salvadorans;Salvadorean|San Salvador
SX|Sint Maarten||Philipsburg
SY|Syria;Syrian Arab Republic|Syrian;Syrians|Damascus
SZ|Eswatini;Swaziland|Swazi;Swazis|Mbabane
TC|Turks and Caicos Islands;Turks and Caicos||Cockburn Town
TD|Chad*|Chadian;Chadians|N'Djamena
TF|French Southern Territories||Port-aux-Français
TG|Togo|Togolese|Lomé;Lome
TH|Thailand|Thai;Thais|Bangkok
TJ|Tajikistan|Tajik;Tajiks;Tajikistani|Dushanbe
TK|Tokelau||
TL|Timor-Leste;Timor Leste;East Timor|Timorese|Dili
TM|Turkmenistan|Turkmen;Turkmens|Ashgabat
TN|Tunisia|Tunisian;Tunisians|Tunis
TO|Tonga|Tongan;Tongans|Nuku'alofa
TR|Turkey;Türkiye;Turkiye|Turkish;Turk;Turks|Ankara
TT|Trinidad and Tobago;Trinidad|Trinidadian;Trinidadians|Port of Spain
TV|Tuvalu|Tuvaluan|Funafuti
TW|Taiwan;Republic of China|Taiwanese|Taipei
TZ|Tanzania|Tanzanian;Tanzanians|Dodoma
UA|Ukraine|Ukrainian;Ukrainians|Kyiv;Kiev
UG|Uganda|Ugandan;Ugandans|Kampala
UM|United States Minor Outlying Islands||
US|United States;United States of America;US;U.S.;U.S;USA;U.S.A.;America|American;Americans|Washington;White House;Washington, D.C.;Washington, DC;Washington D.C.;Washington DC;Capitol Hill;Foggy Bottom;Oval Office;D.C.
UY|Uruguay|Uruguayan;Uruguayans|Montevideo
UZ|Uzbekistan|Uzbek;Uzbeks;Uzbekistani|Tashkent
VA|Vatican;Vatican City;Holy See||
VC|Saint Vincent and the Grenadines;St. Vincent and the Grenadines||Kingstown
VE|Venezuela|Venezuelan;Venezuelans|Caracas;Miraflores
VG|British Virgin Islands;BVI||Road Town
VI|U.S. Virgin Islands;US Virgin Islands||Charlotte Amalie
VN|Vietnam;Viet Nam|Vietnamese|Hanoi
VU|Vanuatu|Vanuatuan|Port Vila
WF|Wallis and Futuna||Mata Utu
WS|Samoa|Samoan;Samoans|Apia
XK|Kosovo|Kosovar;Kosovars;Kosovan|Pristina
YE|Yemen|Yemeni;Yemenis|Sanaa;Sana'a
YT|Mayotte||Mamoudzou
ZA|South Africa|South African;South Africans|Pretoria
ZM|Zambia|Zambian;Zambians|Lusaka
ZW|Zimbabwe|Zimbabwean;Zimbabweans|Harare
`;
