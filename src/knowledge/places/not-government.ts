/** Names of the table of bodies that are no government's: parties, parliaments, media, schools, utilities, firms, armed groups. */
export const NOT_GOVERNMENT: ReadonlySet<string> = names(`
DarkMatter Group;RUAG;Great Firewall;Northwestern Polytechnical University;Tsinghua University;Peking University;Harbin Institute of Technology;Chinese Academy of Sciences;Communist Party of China;Chinese Communist Party;CCP;National People's Congress;
Bundestag;Bundesrat;CDU;SPD;Christian Democratic Union;DLR;Folketing;Riigikogu;En Marche;En Marche!;Front National;
NHS;National Health Service;House of Commons;House of Lords;BBC;Tory;Tories;Labour Party;Conservative Party;Parliament Square;Houses of Parliament;UKUSA;
Legislative Council;Knesset;Israel Electric Corporation;Lok Sabha;Rajya Sabha;BJP;Bharatiya Janata Party;Indian National Congress;Aadhaar;
Mabna Institute;Majlis;Basij;National Diet;Liberal Democratic Party;Lab 110;Chosun Expo;Korea Computer Center;Korea Computer Centre;Kim Il Sung University;Workers' Party of Korea;
Korea Hydro & Nuclear Power;Korea Hydro and Nuclear Power;KHNP;Yonhap;Korea Aerospace Industries;Korea Institute for Defense Analyses;
Tweede Kamer;Binnenhof;Storting;Stortinget;Sejm;Internet Research Agency;State Duma;Duma;United Russia;Wagner Group;Rosneft;Rosatom;Roscosmos;Rostec;RT;Russia Today;Sputnik;Interfax;RIA Novosti;TASS;
Aramco;Saudi Arabian Oil Company;Riksdag;Syrian Electronic Army;Ba'ath Party;AKP;TBMM;Kuomintang;KMT;Democratic Progressive Party;DPP;Legislative Yuan;Institute for Information Industry;
Verkhovna Rada;Rada;Ukrenergo;Ukrtelecom;Prykarpattyaoblenergo;Oblenergo;Azov;Euromaidan;
Congress;Capitol;Democratic National Committee;DNC;D.N.C.;Republican National Committee;RNC;DCCC;Democratic Congressional Campaign Committee;Democratic Party;Republican Party;GOP;Democrats;Republicans;Democrat;Republican;Senate Intelligence Committee;House Intelligence Committee;Senate Armed Services Committee;House Oversight Committee;Senate Judiciary Committee;House of Representatives;Equation Group;NERC;MS-ISAC;Multi-State Information Sharing and Analysis Center;National Foreign Trade Council;NFTC;MITRE;Massachusetts Institute of Technology;Harvard;Stanford;Johns Hopkins;Georgia Tech;Georgia Institute of Technology;Carnegie Mellon;Rand Corporation;RAND;Atlantic Council;Brookings;Council on Foreign Relations;Port Authority;World Trade Center;Los Alamos;Lawrence Livermore;Oak Ridge;Sandia;
Viettel;Houthi;Houthis;Yemen Cyber Army;Hezbollah;Hizbullah;Hamas;Fatah;Capitol Hill
KCNA;Korean Central News Agency;Rodong Sinmun;Rana Institute
`);

/** People of the table who hold no office of a government, or whose name alone does not say so: owners of firms, those accused, candidates, members of parliaments. */
export const NO_OFFICE: ReadonlySet<string> = names(`
Julian Assange;Assange;Karim Baratov;Baratov;Meng Wanzhou;Ren Zhengfei;Jack Ma;Bo Xilai;Zhu Hua;Zhang Shilong;Wu Zhiyong;Yin Kecheng;Zhou Shuai;Guan Tianfeng;Qiu Guohui;Marine Le Pen;Le Pen;Yves Bigot;Sergei Skripal;Yulia Skripal;Jeremy Corbyn;Corbyn;Geert Wilders;Rahul Gandhi;Tikhanovskaya;
Park Jin Hyok;Park Jin-hyok;Jon Chang Hyok;Thae Yong-ho;Lim Jong-in;Kim Jong Nam;Kim Jong-nam;Yevgeny Prigozhin;Evgeny Prigozhin;Prigozhin;Alexei Navalny;Navalny;Eugene Kaspersky;Yevgeny Kaspersky;Natalya Kaspersky;Mikhail Gorbachev;Gorbachev;Evgeniy Bogachev;Yevgeniy Bogachev;Bogachev;Dmitry Dokuchaev;Dokuchaev;Igor Sushchin;Sushchin;Maksim Yakubets;Yakubets;Yevgeniy Nikulin;Yevgeny Nikulin;Nikulin;Roman Seleznev;Seleznev;Sergei Mikhailov;Ruslan Stoyanov;Viktor Netyksho;Konstantin Kilimnik;Natalia Veselnitskaya;Alexander Dugin;Oleg Deripaska;Aleksandr Litvinenko;Igor Sechin;
Jamal Khashoggi;Khashoggi;Fethullah Gulen;Dmytro Shymkiv;Juan Guaido;Juan Guaidó;
Bill Clinton;Hillary Clinton;Hillary Rodham Clinton;Clinton;John Podesta;Podesta;Mike Rogers;Paul Manafort;Manafort;Roger Stone;Sarah Palin;Bernie Sanders;John McCain;McCain;Lindsey Graham;Mark Warner;Ron Wyden;Wyden;Adam Schiff;Schiff;Devin Nunes;Nunes;Dianne Feinstein;Feinstein;Nancy Pelosi;Pelosi;Chuck Schumer;Schumer;Mitch McConnell;McConnell;Paul Ryan;Ted Cruz;Debbie Wasserman Schultz;Wasserman Schultz;Donna Brazile;Edward Snowden;Snowden;Chelsea Manning;Michelle Obama;Melania Trump;Reality Winner;Keisha Lance Bottoms;Elon Musk;Mark Zuckerberg;Zuckerberg;Tim Cook;Satya Nadella;Bill Gates;Jeff Bezos;Marissa Mayer;Richard Burr
`);

function names(table: string): ReadonlySet<string> {
  return new Set(table.split(/[;\n]/).flatMap((name) => name.trim() || []));
}
