/** Words that end or make up the name of a paper, an agency or a broadcaster. */
const OF_OUTLETS =
  /(?:^|\s)(?:news|times|post|journal|daily|herald|press|gazette|tribune|telegraph|observer|chronicle|guardian|wire|newswire|magazine|broadcasting|radio|television|tv|shimbun|ilbo|zeitung|newspaper|news ?agency|media)$/i;

/** Outlets whose names do not say so. */
const OUTLETS: ReadonlySet<string> = new Set(
  'AP;AFP;UPI;dpa;ANI;PTI;BBC;CNN;NBC;CBS;NPR;PBS;HBO;WSJ;NYT;RT;VOA;RFE/RL;Reuters;Bloomberg;Xinhua;Yonhap;Kyodo;Nikkei;TASS;Interfax;Sputnik;Al Jazeera;Der Spiegel;Spiegel;Le Monde;Le Figaro;El País;Politico;Axios;Forbes;Newsweek;Wired;Ars Technica;TechCrunch;Motherboard;ZDNet;The Register;The Hill;The Intercept;Daily Beast;The Daily Beast;CyberScoop;The Record;Dark Reading;SecurityWeek;Threatpost;Bleeping Computer;BleepingComputer;Krebs on Security;KrebsOnSecurity;CSO Online;BuzzFeed;USA Today;Haaretz;Voice of America;Radio Free Asia;Rodong Sinmun;KCNA;Global Times;ECNS;The Economist;The Diplomat;Foreign Policy'
    .split(';')
    .map((name) => name.toLowerCase()),
);

/** Whether a name is that of a medium: it reports what others claim. By its words, or by the table. */
export function isOutlet(name: string): boolean {
  const plain = name.trim().toLowerCase();
  return OUTLETS.has(plain) || OUTLETS.has(plain.replace(/^the /, '')) || OF_OUTLETS.test(plain);
}
