/** Words with dots in them and what they are. Data of the host and file families. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Endings of files that reports name. */
export const ENDINGS: ReadonlySet<string> = words(`
  exe dll sys scr com pif cpl ocx drv bat cmd ps1 psm1 psd1 vbs vbe js jse wsf wsh hta lnk inf reg msi msp msix appx cab chm hlp jar class war apk dex ipa
  doc docx docm dot dotm rtf xls xlsx xlsm xlsb xlam xll ppt pptx pptm ppsx pps pdf odt ods csv tsv one vsto hwp hwpx
  zip rar 7z gz tgz tar bz2 xz ace iso img vhd vhdx dmg pkg deb rpm cpio lz lzh
  so dylib elf ko o bin dat data tmp log txt ini cfg conf config cnf xml json yml yaml toml db sqlite mdb pst ost dmp pcap evtx etl bak old key pem crt cer p12 pfx
  py pyc pyd pyw pl rb sh ksh bash php phtml asp aspx ashx asmx jsp jspx cgi htm html shtml mht xhtml css swf fla sct xsl wsc
  png jpg jpeg gif bmp ico svg tif tiff mp3 mp4 avi mov wav
  c cpp h cs vb java kt go rs lua swift ts au3 a3x nim md eml msg ics url website desktop service plist scpt command mui nls ttf yar yara
`);

/** Endings that are also top-level domains, and what a bare "word.ending" most likely is. */
export const TLD_ENDINGS: ReadonlyMap<string, 'file' | 'domain'> = new Map(
  Object.entries({
    py: 'file',
    sh: 'file',
    zip: 'file',
    rs: 'file',
    md: 'file',
    so: 'file',
    ps: 'file',
    mov: 'file',
    cab: 'file',
    java: 'file',
    dot: 'file',
    h: 'file',
    ts: 'file',
    kt: 'file',
    pl: 'domain',
    com: 'domain',
    go: 'domain',
    one: 'domain',
    command: 'domain',
    data: 'domain',
    swift: 'domain',
    au3: 'domain',
  } as const),
);

/** Programs of DOS and Windows that end in .com. */
export const DOS_PROGRAMS = words(
  'command.com tree.com more.com format.com mode.com chcp.com diskcopy.com diskcomp.com edit.com graftabl.com win.com debug.com keyb.com',
);

/** Suffixes outside the public suffix list that reports use. */
export const EXTRA_SUFFIXES = words(
  'onion bit bazar lib coin emc i2p local lan internal corp example test invalid localhost eth',
);

/** Names of products and standards that look like files or hosts. */
export const PRODUCTS = words(`
  node.js vue.js react.js next.js nuxt.js express.js angular.js d3.js three.js ember.js backbone.js socket.io ajax.js require.js asp.net vb.net ado.net ml.net paint.net
  co.ltd readme.md changelog.md license.md package.json web.config dotnet.net fast.ai openai.ai discord.js chart.js moment.js underscore.js meteor.js electron.js
`);

export const PACKAGE_ROOTS = words(
  'com org net java javax jdk android androidx kotlin kotlinx scala groovy io.netty system microsoft windows mscorlib',
);
export const CODE_ROOTS = words(
  'this self document window console process math object array string response request sys os args params options config settings module exports global cls obj item ctx req res app std system mscorlib java javax android',
);
/** Roots and leaves of field names in event schemas (`process.name`, `threat.group`, `user.email`). */
export const FIELD_ROOTS = words(
  'process file event host user source destination network dns http url registry threat rule agent client server observer log winlog tls email cloud container service target actor data message parent image device account object result query answers geo hash pe dll code_signature orchestrator package session vulnerability related group organization',
);
export const FIELD_LEAVES = words(
  'name id ip group email domain services network host type data info date link page target report reports media security management systems zone company actor as path hash md5 sha1 sha256 pid code',
);

/** Programs that come with Windows or Linux; naming them says how something was done, not what to look for. */
export const SYSTEM_FILES = words(`
  svchost.exe cmd.exe powershell.exe pwsh.exe rundll32.exe regsvr32.exe explorer.exe mshta.exe wscript.exe cscript.exe lsass.exe services.exe winlogon.exe csrss.exe smss.exe wininit.exe spoolsv.exe
  taskmgr.exe schtasks.exe at.exe sc.exe net.exe net1.exe netsh.exe reg.exe regedit.exe wmic.exe wmiprvse.exe msiexec.exe certutil.exe bitsadmin.exe whoami.exe ipconfig.exe tasklist.exe taskkill.exe
  nltest.exe systeminfo.exe ping.exe arp.exe nslookup.exe vssadmin.exe bcdedit.exe wevtutil.exe ntdsutil.exe conhost.exe dllhost.exe msbuild.exe installutil.exe regasm.exe odbcconf.exe control.exe
  winword.exe excel.exe powerpnt.exe outlook.exe eqnedt32.exe iexplore.exe msedge.exe chrome.exe firefox.exe notepad.exe calc.exe mstsc.exe curl.exe wget.exe tar.exe java.exe javaw.exe python.exe
  kernel32.dll ntdll.dll user32.dll advapi32.dll kernelbase.dll ws2_32.dll wininet.dll winhttp.dll shell32.dll ole32.dll amsi.dll crypt32.dll msvcrt.dll gdi32.dll comsvcs.dll mscoree.dll
  ntds.dit hosts.txt robots.txt command.com desktop.ini win32k.sys ntoskrnl.exe boot.ini index.php index.html autorun.inf web.config
`);
