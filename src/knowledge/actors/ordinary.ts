/** Names of malware and groups that are also words of reports; the table of names flags those that our own texts use in lower case; everyday words, personal names and places come on top. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  `agent alpha amber anchor angel arp artist autoit autorun axiom backdoor banker beta black bluesky bot bouncer bundle charger chlorine chromium clicker clipper cobalt
  coin cmd core crypter cyber daemon data defray delta doc domino downloader dropper dummy empire entropy explorer facade file flash freedom frp ftp gamma ghost gibberish
  group hacker helper hive host impact index info infostealer jest joker kernel keylogger king leash linux loader locker lockscreen lookback macro mailto master matryoshka
  medusa micro mimic miner mirror nano nexus nova office omega oracle orion pacemaker panel pas patcher payload pickpocket pingback pirate plugin poison powershell prestige
  prism prometheus proxy puma python ransom rat rcs reg remote responder retro rogue rover rush saber saga scanner scarab screen server service shell shopper sigma snatch
  socket spy start std stealer stitch system systemd tar target team tool tor trojan turbine update user vega victim virus wildcard wildfire wiper web webmasters will
  windows worm zero zeta zlib reaper spectre hermes ryuk's sphinx viper raccoon mars venus apt apts naval moon sun star dog cat horse eagle falcon tiger bear panda kitten
  dragon lotus lion wolf fox hawk rocket cleaver magic desert falcons sidewinder machete butterfly charming flying imperial remexi turbo kit net at ping route max hook farm casper inc gop more edge dust
  loda lodge rapid royal play akira's cactus bluff stone swan rainbow mint mask mosaic
  james jason jimmy kevin denis dexter eleanor elise kessel maggie mikey misha rex reynolds woody dante indra katrina loki apollo hades
  jupiter phoenix titan satan nemesis cuba nevada saigon fargo alien bitter blitz bottle brain bread bee blame catch calendar cannon
  carbon cardinal casper colony combine copper crash crisis crutch crystal dairy dark embargo emissary empire epic equation exodus expand
  explosive flame fog frankenstein glasses glimpse globe gold grease guard guerrilla havoc horde hydrogen inception inferno inter knight
  lady lead leverage lurk mango maze mercury mirage momentum monsoon mosquito nightclub orbit oxygen page paradise patchwork photo pink
  pioneer plutonium predator pyramid radiation reptile resident revive rock sea satellite scout shade shark sheriff silence silicon slam
  slave smoke snake soldier soul spark splinter stop sugar summit supper swift sword tick tsunami tycoon ups validator vendetta vulture
  watchdog whisper windshield acres aluminum apocalypse arena ashen at atmosphere aurora beacon breakthrough chaos chameleon citadel
  acronym agenda appetite deputy divergent solar chimera cleanup elevator plead void sidestep`.split(/\s+/),
);
