/** Parliaments, ministries, services, armed forces, parties whose country is plain from the name: `code|names`; an asterisk as in states.ts. */
export const BODIES = `
AE|DarkMatter Group
AU|ASD;Australian Signals Directorate;ASIO;ASIS;ACSC;Australian Cyber Security Centre;Australian Federal Police
BE|VSSE
BR|ABIN;Itamaraty
BY|KGB of Belarus;Belarusian KGB
CA|Canadian Security Intelligence Service;Communications Security Establishment;CSEC;RCMP;Royal Canadian Mounted Police;CCCS;Canadian Centre for Cyber Security
CH|NDB;Fedpol;MELANI;RUAG
CN|PLA;People's Liberation Army;Unit 61398;Unit 61486;Unit 61419;Unit 69010;Unit 78020;MSS;Ministry of State Security;Ministry of Public Security;CNCERT;CNCERT/CC;National Computer Network Emergency Response Technical Team;CVERC;National Computer Virus Emergency Response Center;Cyberspace Administration of China;Communist Party of China;Chinese Communist Party;CCP;CPC Central Committee;Politburo Standing Committee;State Council;National People's Congress;MIIT;Ministry of Industry and Information Technology;Strategic Support Force;PLASSF;Central Military Commission;People's Armed Police;Great Firewall;CNVD;CNNVD;CNITSEC;MOFCOM;SASAC;Third Department;3PLA;China Securities Regulatory Commission;Northwestern Polytechnical University;Tsinghua University;Peking University;Harbin Institute of Technology;Chinese Academy of Sciences;National Time Service Center
CZ|NUKIB;NÚKIB
DE|BSI;BND;BfV;Bundesnachrichtendienst;Bundesamt für Verfassungsschutz;Bundesamt für Sicherheit in der Informationstechnik;Verfassungsschutz;Bundestag;Bundesrat;Bundeswehr;Bundesbank;Bundeskriminalamt;BKA;CDU;SPD;Christian Democratic Union;CERT-Bund;Federal Office for Information Security;Federal Office for the Protection of the Constitution;DLR
DK|CFCS;Folketing;Danish Defence Intelligence Service
EE|Riigikogu;KAPO
ES|CCN-CERT;INCIBE;Guardia Civil
FI|Supo;NCSC-FI;Suojelupoliisi
FR|ANSSI;DGSE;DGSI;Élysée;Elysee;Élysée Palace;Elysee Palace;Quai d'Orsay;CERT-FR;En Marche;En Marche!;Front National;Matignon
GB|NCSC;National Cyber Security Centre;GCHQ;MI5;MI6;Foreign Office;FCO;FCDO;Foreign and Commonwealth Office;Foreign, Commonwealth and Development Office;Home Office;House of Commons;House of Lords;NHS;National Health Service;National Crime Agency;NCA;Scotland Yard;Metropolitan Police;Bank of England;BBC;Tory;Tories;Labour Party;Conservative Party;Electoral Commission;Parliament Square;Royal Navy;Royal Air Force;RAF;Ofcom;Information Commissioner's Office;UKUSA;Cabinet Office;CPNI;Porton Down;Houses of Parliament
HK|Legislative Council
IL|Mossad;Unit 8200;Shin Bet;IDF;Israel Defense Forces;Knesset;Aman;Israel National Cyber Directorate;INCD;Shabak;Israel Electric Corporation
IN|CERT-In;Lok Sabha;Rajya Sabha;BJP;Bharatiya Janata Party;Research and Analysis Wing;DRDO;ISRO;NTRO;Indian National Congress;Aadhaar;UIDAI;National Informatics Centre
IQ|Popular Mobilization Forces
IR|IRGC;I.R.G.C.;Islamic Revolutionary Guard Corps;Islamic Revolutionary Guards Corps;Revolutionary Guard;Revolutionary Guards;Revolutionary Guard Corps;Quds Force;MOIS;Ministry of Intelligence and Security;VAJA;Basij;Majlis;Atomic Energy Organization of Iran;IRGC-QF;IRGC-CEC;Mabna Institute
IT|Carabinieri;AISE;AISI;Farnesina;CSIRT Italia;Polizia Postale
JP|NISC;JPCERT;JPCERT/CC;National Diet;METI;Public Security Intelligence Agency;JAXA;Liberal Democratic Party;Self-Defense Forces;National Police Agency of Japan
KP|Reconnaissance General Bureau;RGB;Bureau 121;Lab 110;Unit 180;Korean People's Army;KPA;Workers' Party of Korea;Office 39;Room 39;KCNA;Korean Central News Agency;Chosun Expo;Korea Computer Center;Korea Computer Centre;Kim Il Sung University;Rodong Sinmun
KR|KISA;Korea Internet & Security Agency;Korea Internet and Security Agency;National Intelligence Service;KrCERT;KrCERT/CC;Korea Hydro & Nuclear Power;Korea Hydro and Nuclear Power;KHNP;Korea Atomic Energy Research Institute;KAERI;DAPA;Defense Acquisition Program Administration;Bank of Korea;Korean National Police Agency;Korean National Police;Korea Communications Commission;Unification Ministry;National Police Agency of Korea;Yonhap;Korea Aerospace Industries;Agency for Defense Development;Korea Institute for Defense Analyses;Combined Forces Command
LB|Hezbollah;Hizbullah;General Directorate of General Security
NL|AIVD;MIVD;Tweede Kamer;Binnenhof;NCSC-NL
NO|Storting;Stortinget;Norwegian Police Security Service
NZ|GCSB;NZSIS;Beehive*
PK|ISI;Inter-Services Intelligence;NADRA
PL|Sejm;CERT Polska;CERT.PL;Polish Financial Supervision Authority;KNF
PS|Hamas;Fatah;Palestine Liberation Organization;PLO
RU|GRU;G.R.U.;FSB;F.S.B.;SVR;S.V.R.;KGB;K.G.B.;GU of the General Staff;Main Intelligence Directorate;Main Directorate of the General Staff;Main Centre for Special Technologies;Federal Security Service;Foreign Intelligence Service;FSO;Federal Protective Service;Unit 26165;Unit 74455;Unit 29155;Unit 54777;GTsST;Center 16;Center 18;Centre 16;Centre 18;Internet Research Agency;Roskomnadzor;State Duma;Duma;Security Council of the Russian Federation;United Russia;Wagner Group;FAPSI;FSTEC;NKTsKI;NCCCI;CNIIHM;TsNIIKhM;Central Scientific Research Institute of Chemistry and Mechanics;Rosneft;Rosatom;Roscosmos;Rostec;RT;Russia Today;TASS;Sputnik;Interfax;RIA Novosti;Ministry of Foreign Affairs of the Russian Federation
SA|Aramco;Saudi Arabian Oil Company
SE|Säpo;SAPO;Riksdag;MSB
SG|Cyber Security Agency of Singapore;SingCERT;GovTech
SY|Syrian Electronic Army;Ba'ath Party
TR|AKP;TBMM;USOM
TW|Kuomintang;KMT;Democratic Progressive Party;DPP;Legislative Yuan;Executive Yuan;Control Yuan;TWCERT;TWCERT/CC;Mainland Affairs Council;Institute for Information Industry;National Security Bureau
UA|CERT-UA;SBU;SSU;Security Service of Ukraine;SSSCIP;Verkhovna Rada;Rada;Ukrenergo;Ukrtelecom;Prykarpattyaoblenergo;Oblenergo;HUR;Azov;Euromaidan;Central Election Commission of Ukraine;Diia
US|NSA;N.S.A.;National Security Agency;CIA;C.I.A.;Central Intelligence Agency;FBI;F.B.I.;Federal Bureau of Investigation;DHS;D.H.S.;Department of Homeland Security;Homeland Security;CISA;Cybersecurity and Infrastructure Security Agency;Pentagon;Congress;Capitol;Democratic National Committee;DNC;D.N.C.;Republican National Committee;RNC;DCCC;Democratic Congressional Campaign Committee;Democratic Party;Republican Party;GOP;Democrats;Republicans;Democrat;Republican;Justice Department;Department of Justice;Dept. of Justice;DOJ;DoJ;State Department;Department of State;Treasury Department;Department of the Treasury;OFAC;Office of Foreign Assets Control;Commerce Department;Department of Commerce;Defense Department;Department of Defense;DoD;DOD;Energy Department;Department of Energy;DOE;Department of Health and Human Services;HHS;Department of Agriculture;USDA;Interior Department;Education Department;Labor Department;Transportation Department;Department of Veterans Affairs;Office of Personnel Management;OPM;Office of the Director of National Intelligence;ODNI;Director of National Intelligence;National Security Council;Cyber Command;CYBERCOM;USCYBERCOM;Cyber National Mission Force;CNMF;US-CERT;ICS-CERT;NIST;National Institute of Standards and Technology;NASA;N.A.S.A.;National Aeronautics and Space Administration;Federal Reserve;Fed*;Securities and Exchange Commission;SEC;FTC;Federal Trade Commission;FCC;Federal Communications Commission;FDA;CDC;FERC;FAA;Federal Aviation Administration;TSA;IRS;Internal Revenue Service;Secret Service;Supreme Court of the United States;SCOTUS;Senate Intelligence Committee;House Intelligence Committee;Senate Armed Services Committee;House Oversight Committee;Senate Judiciary Committee;House of Representatives;Army Cyber Command;Air Force;Marine Corps;Navy SEALs;Indo-Pacific Command;Pacific Command;USFK;Central Command;CENTCOM;Strategic Command;Equation Group;Tailored Access Operations;Department of Labor;Government Accountability Office;GAO;USTR;USAID;National Nuclear Security Administration;NNSA;Los Alamos;Lawrence Livermore;Oak Ridge;Sandia;NERC;MS-ISAC;Multi-State Information Sharing and Analysis Center;Eastern District of Virginia;Northern District of California;Southern District of New York;U.S. Attorney's Office;National Guard;Coast Guard;Missile Defense Agency;DARPA;DIA;Defense Intelligence Agency;National Geospatial-Intelligence Agency;National Reconnaissance Office;Trump Administration;Trump administration;Obama administration;Obama Administration;Biden administration;Bush administration;National Foreign Trade Council;NFTC;MITRE;Massachusetts Institute of Technology;Harvard;Stanford;Johns Hopkins;Georgia Tech;Georgia Institute of Technology;Carnegie Mellon;Rand Corporation;RAND;Atlantic Council;Brookings;Council on Foreign Relations;Port Authority;World Trade Center;Colorado Department of Transportation
VN|Ministry of Public Security of Vietnam;Ministry of Information and Communications of Vietnam;Viettel
YE|Houthi;Houthis;Yemen Cyber Army
`;

/** Names that look like places but belong to no one country; they shield the words in them, and count as "several" beside a country. */
export const SHARED = `
Korean Peninsula;Korean peninsula;Korean War;South China Sea;East China Sea;China Sea;Indian Ocean;Sea of Japan;Persian Gulf;Gulf of Mexico;English Channel;Irish Sea;Gulf of Oman;Black Sea;
South America;South American;South Americans;North America;North American;Latin America;Latin American;Central America;Central American;Americas;
Europe;European;Europeans;EU;E.U.;European Union;European Commission;European Parliament;NATO;OSCE;OPCW;UN;U.N.;United Nations;ASEAN;African Union;Five Eyes;G7;G20;Interpol;Europol;Brussels;
Asia;Asian;Asia-Pacific;Southeast Asia;South Asia;East Asia;Central Asia;Middle East;Middle Eastern;Africa;African;Balkans;Baltics;Baltic;Scandinavia;Gulf States;West Africa;
Panama Papers;Tallinn Manual;Geneva Convention;Geneva Conventions;Vienna Convention;Budapest Convention;Paris Agreement;Paris Call;Wassenaar;Warsaw Pact;Stockholm syndrome;Munich Security Conference;
Swiss army knife;Swiss Army knife;Swiss cheese;Chinese wall;Russian roulette;Russian doll;Russian dolls;French fries;Dutch auction;Trojan horse;Nigerian prince;Turkish coffee;Cuban Missile Crisis;Morris worm;
Native American;Native Americans;African American;African Americans;African-American;African-Americans;American Samoa Tribune;Jersey Shore;Rome Statute;Prague Spring;Manila folder;
Moscow Mule;Oxford comma;Trump card;Apple Daily;Ukraine-born;American-style;Hong Kong-style
`;
