/** Heads of state, ministers, spokespeople and others whose country no reader needs told, 2005 to 2026: `code|names`; an asterisk as in states.ts. */
export const PEOPLE = `
AF|Hamid Karzai;Ashraf Ghani
AL|Edi Rama
AM|Nikol Pashinyan;Pashinyan
AR|Javier Milei;Milei;Mauricio Macri;Cristina Kirchner
AT|Sebastian Kurz;Karl Nehammer
AU|Malcolm Turnbull;Turnbull;Scott Morrison;Anthony Albanese;Albanese;Kevin Rudd;Tony Abbott;Julia Gillard;Penny Wong;Julian Assange;Assange
AZ|Ilham Aliyev;Aliyev
BR|Jair Bolsonaro;Bolsonaro;Lula da Silva;Lula;Dilma Rousseff;Rousseff;Michel Temer
BY|Alexander Lukashenko;Aleksandr Lukashenko;Lukashenko;Tikhanovskaya
CA|Justin Trudeau;Trudeau;Stephen Harper;Mark Carney;Karim Baratov;Baratov
CN|Xi Jinping;Xi;Hu Jintao;Wen Jiabao;Li Keqiang;Li Qiang;Wang Yi;Qin Gang;Hua Chunying;Geng Shuang;Lu Kang;Hong Lei;Wang Wenbin;Zhao Lijian;Mao Ning;Lin Jian;Guo Jiakun;Fang Fenghui;Meng Wanzhou;Ren Zhengfei;Liu Pengyu;Zhu Haiquan;Cui Tiankai;Yang Jiechi;Zhang Gaoli;Li Zhanshu;Jack Ma;Bo Xilai;Wang Qishan;Zhu Hua;Zhang Shilong;Wu Zhiyong;Yin Kecheng;Zhou Shuai;Guan Tianfeng;Qiu Guohui
CU|Fidel Castro;Raul Castro;Raúl Castro
CZ|Milos Zeman;Petr Pavel;Andrej Babis
DE|Angela Merkel;Merkel;Olaf Scholz;Scholz;Friedrich Merz;Annalena Baerbock;Baerbock;Hans-Georg Maassen;Maassen;Frank-Walter Steinmeier;Steinmeier;Nancy Faeser;Gerhard Schröder;Bruno Kahl
EE|Toomas Hendrik Ilves;Kaja Kallas
EG|Abdel Fattah el-Sisi;el-Sisi
ES|Mariano Rajoy;Pedro Sanchez;Pedro Sánchez
FR|Emmanuel Macron;Macron;Francois Hollande;François Hollande;Hollande;Nicolas Sarkozy;Sarkozy;Marine Le Pen;Le Pen;Jacques Chirac;Chirac;Guillaume Poupard;Jean-Yves Le Drian;Yves Bigot
GB|Boris Johnson;Theresa May;David Cameron;Tony Blair;Gordon Brown;Rishi Sunak;Sunak;Liz Truss;Keir Starmer;Starmer;Jeremy Corbyn;Corbyn;Ciaran Martin;Lindy Cameron;Dominic Raab;Jeremy Hunt;Philip Hammond;Queen Elizabeth;King Charles;Lord Ahmad;Sergei Skripal;Yulia Skripal;David Lammy;Amber Rudd
GE|Mikheil Saakashvili;Saakashvili
HU|Viktor Orban;Viktor Orbán;Orban;Orbán
ID|Joko Widodo;Jokowi;Prabowo Subianto
IL|Benjamin Netanyahu;Netanyahu;Ehud Barak;Ehud Olmert;Naftali Bennett;Ariel Sharon;Yair Lapid;Benny Gantz;Yoav Gallant
IN|Narendra Modi;Modi;Manmohan Singh;Rahul Gandhi;Amit Shah;Jaishankar
IQ|Saddam Hussein
IR|Ayatollah Khamenei;Ali Khamenei;Khamenei;Hassan Rouhani;Rouhani;Mahmoud Ahmadinejad;Ahmadinejad;Ebrahim Raisi;Raisi;Qassem Soleimani;Qasem Soleimani;Soleimani;Mohammad Javad Zarif;Javad Zarif;Zarif;Masoud Pezeshkian;Pezeshkian;Abbas Araghchi;Araghchi;Khomeini
IT|Giorgia Meloni;Meloni;Matteo Renzi;Silvio Berlusconi;Berlusconi
JP|Shinzo Abe;Fumio Kishida;Kishida;Yoshihide Suga;Shigeru Ishiba;Ishiba;Sanae Takaichi;Takaichi;Junichiro Koizumi;Taro Aso
KP|Kim Jong Un;Kim Jong-un;Kim Jong-Un;Kim Jong Il;Kim Jong-il;Kim Jong-Il;Kim Il Sung;Kim Il-sung;Kim Yo Jong;Kim Yo-jong;Kim Jong Nam;Kim Jong-nam;Kim Yong Chol;Park Jin Hyok;Park Jin-hyok;Jon Chang Hyok
KR|Park Geun-hye;Park Geun Hye;Moon Jae-in;Moon Jae In;Yoon Suk-yeol;Yoon Suk Yeol;Lee Jae-myung;Lee Jae Myung;Lee Myung-bak;Roh Moo-hyun;Hwang Kyo-ahn;Yun Byung-se;Han Min-koo;Kang Kyung-wha;Thae Yong-ho;Ban Ki-moon;Lim Jong-in
KZ|Nursultan Nazarbayev;Nazarbayev;Tokayev
LY|Muammar Gaddafi;Gaddafi;Gadhafi
MM|Aung San Suu Kyi;Suu Kyi;Min Aung Hlaing
MX|Enrique Peña Nieto;Peña Nieto;Lopez Obrador;López Obrador;Claudia Sheinbaum;Sheinbaum
MY|Mahathir Mohamad;Mahathir;Najib Razak;Anwar Ibrahim
NG|Muhammadu Buhari;Buhari;Goodluck Jonathan
NI|Daniel Ortega
NL|Mark Rutte;Rutte;Geert Wilders
NO|Jens Stoltenberg;Erna Solberg
NZ|Jacinda Ardern;Ardern
PH|Rodrigo Duterte;Duterte;Ferdinand Marcos;Bongbong Marcos
PK|Imran Khan;Nawaz Sharif;Pervez Musharraf;Musharraf;Asim Munir
PL|Donald Tusk;Tusk;Andrzej Duda;Mateusz Morawiecki;Krzysztof Gawkowski
PS|Mahmoud Abbas;Yasser Arafat
RU|Vladimir Putin;Putin;Dmitry Medvedev;Dmitri Medvedev;Medvedev;Sergei Lavrov;Sergey Lavrov;Lavrov;Dmitry Peskov;Dmitri Peskov;Peskov;Maria Zakharova;Zakharova;Sergei Shoigu;Shoigu;Yevgeny Prigozhin;Evgeny Prigozhin;Prigozhin;Alexei Navalny;Navalny;Eugene Kaspersky;Yevgeny Kaspersky;Natalya Kaspersky;Mikhail Gorbachev;Gorbachev;Boris Yeltsin;Yeltsin;Alexander Bortnikov;Nikolai Patrushev;Patrushev;Evgeniy Bogachev;Yevgeniy Bogachev;Bogachev;Dmitry Dokuchaev;Dokuchaev;Igor Sushchin;Sushchin;Maksim Yakubets;Yakubets;Yevgeniy Nikulin;Yevgeny Nikulin;Nikulin;Roman Seleznev;Seleznev;Sergei Mikhailov;Ruslan Stoyanov;Igor Korobov;Viktor Netyksho;Konstantin Kilimnik;Natalia Veselnitskaya;Sergey Kislyak;Sergei Kislyak;Kislyak;Alexander Dugin;Andrei Krutskikh;Vladislav Surkov;Oleg Deripaska;Aleksandr Litvinenko;Dmitry Rogozin;Igor Sechin;Anatoly Antonov;Andrey Belousov
SA|Mohammed bin Salman;Mohammad bin Salman;MBS;Jamal Khashoggi;Khashoggi
SE|Stefan Löfven;Ulf Kristersson
SG|Lee Hsien Loong;Lee Kuan Yew;Lawrence Wong
SY|Bashar al-Assad;Bashar Assad;al-Assad;Assad
TR|Recep Tayyip Erdogan;Recep Tayyip Erdoğan;Erdogan;Erdoğan;Fethullah Gulen;Berat Albayrak
TW|Tsai Ing-wen;Ma Ying-jeou;Lai Ching-te;William Lai
UA|Volodymyr Zelensky;Volodymyr Zelenskiy;Volodymyr Zelenskyy;Zelensky;Zelenskiy;Zelenskyy;Petro Poroshenko;Poroshenko;Viktor Yanukovych;Yanukovych;Yanukovich;Yulia Tymoshenko;Tymoshenko;Viktor Yushchenko;Yushchenko;Dmytro Kuleba;Kuleba;Arsen Avakov;Mykhailo Fedorov;Victor Zhora;Viktor Zhora;Dmytro Shymkiv
US|Donald Trump;Donald J. Trump;Trump;Barack Obama;Obama;Joe Biden;Biden;George W. Bush;George Bush;Bill Clinton;Hillary Clinton;Hillary Rodham Clinton;Clinton;John Podesta;Podesta;Kamala Harris;Mike Pence;Pence;James Comey;Comey;James Clapper;Clapper;John Brennan;Robert Mueller;Mueller;Mike Pompeo;Pompeo;Rex Tillerson;Tillerson;John Kerry;Condoleezza Rice;Ash Carter;Leon Panetta;Panetta;James Mattis;Mattis;Mike Rogers;Michael Rogers;Keith Alexander;Paul Nakasone;Nakasone;Chris Krebs;Christopher Krebs;Jen Easterly;Easterly*;Anne Neuberger;Neuberger;Rod Rosenstein;Rosenstein;Jeff Sessions;William Barr;Merrick Garland;Loretta Lynch;Eric Holder;Christopher Wray;Wray;Jeh Johnson;Kirstjen Nielsen;John Bolton;Michael Flynn;Paul Manafort;Manafort;Roger Stone;Colin Powell;Sarah Palin;Bernie Sanders;John McCain;McCain;Lindsey Graham;Mark Warner;Ron Wyden;Wyden;Adam Schiff;Schiff;Devin Nunes;Nunes;Dianne Feinstein;Feinstein;Nancy Pelosi;Pelosi;Chuck Schumer;Schumer;Mitch McConnell;McConnell;Paul Ryan;Marco Rubio;Rubio;Ted Cruz;Debbie Wasserman Schultz;Wasserman Schultz;Donna Brazile;Edward Snowden;Snowden;Chelsea Manning;Antony Blinken;Blinken;Lloyd Austin;Jake Sullivan;Alejandro Mayorkas;Mayorkas;Sean Spicer;Spicer;Jen Psaki;Psaki;Sarah Huckabee Sanders;Josh Earnest;Lisa Monaco;Susan Rice;Samantha Power;Steven Mnuchin;Mnuchin;Pete Hegseth;Hegseth;Tulsi Gabbard;Gabbard;J.D. Vance;JD Vance;Kash Patel;Michelle Obama;Melania Trump;Reality Winner;Keisha Lance Bottoms;Keith B. Alexander;Tom Bossert;Bossert;Rob Joyce;Jared Kushner;Kushner;Elon Musk;Mark Zuckerberg;Zuckerberg;Tim Cook;Satya Nadella;Bill Gates;Jeff Bezos;Marissa Mayer;Richard Burr;Christopher Painter;Michael Daniel
UZ|Islam Karimov;Mirziyoyev
VE|Nicolas Maduro;Nicolás Maduro;Maduro;Hugo Chavez;Hugo Chávez;Juan Guaido;Juan Guaidó
VN|Nguyen Phu Trong;To Lam
YE|Abdul-Malik al-Houthi
ZA|Jacob Zuma;Zuma;Cyril Ramaphosa;Ramaphosa
ZW|Robert Mugabe;Mugabe
`;
