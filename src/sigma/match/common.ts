/** Texts that everyday Windows records are full of: an anchor within one of them says little. */
const EVERYDAY = [
  'c:\\windows\\system32\\cmd.exe',
  'c:\\windows\\syswow64\\rundll32.exe',
  'c:\\windows\\system32\\svchost.exe -k',
  'c:\\windows\\system32\\windowspowershell\\v1.0\\powershell.exe',
  'c:\\windows\\explorer.exe',
  'c:\\windows\\system32\\services.exe',
  'c:\\windows\\system32\\conhost.exe 0xffffffff -forcev1',
  'c:\\windows\\system32\\reg.exe',
  'c:\\windows\\system32\\net.exe',
  'c:\\windows\\system32\\net1.exe',
  'c:\\windows\\system32\\wbem\\wmiprvse.exe',
  'c:\\windows\\temp\\',
  'c:\\program files (x86)\\microsoft\\',
  'c:\\program files\\common files\\',
  'c:\\programdata\\',
  'c:\\users\\administrator\\appdata\\local\\temp\\',
  'c:\\users\\public\\downloads\\desktop\\',
  '\\appdata\\roaming\\microsoft\\windows\\start menu\\programs\\startup',
  'hklm\\software\\microsoft\\windows nt\\currentversion\\',
  'hklm\\software\\microsoft\\windows\\currentversion\\run\\',
  'hklm\\system\\currentcontrolset\\services\\',
  'hkcu\\software\\classes\\clsid\\inprocserver32\\(default)',
  '\\wow6432node\\registry\\machine\\registry\\user\\',
  'microsoft® windows® operating system',
  'microsoft corporation',
  'nt authority\\system',
  'microsoft-windows-security-auditing',
  'dword (0x00000001)',
  'md5=sha1=sha256=imphash=',
  'http://www.https://',
  '.exe .dll .tmp .ps1 .log .dat .sys .txt .xml',
  ' /c  -c  /q  -e  /s  -nop -w hidden',
  'powershell',
  'true false 0x0 -',
];

const joined = EVERYDAY.join('\n');

/** Whether a folded text is a part of the everyday ones. */
export function isCommon(text: string): boolean {
  return joined.includes(text);
}
