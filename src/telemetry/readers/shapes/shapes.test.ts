import { describe, expect, test } from 'vitest';
import { inputOf, see } from '../../../../test/fixtures/logs/see.ts';

/** What kind of log a record is taken for, and fields that rules ask for. */
const RECORDS: readonly (readonly [
  name: string,
  source: string,
  record: object,
  fields: Readonly<Record<string, unknown>>,
])[] = [
  [
    'CloudTrail',
    'aws//cloudtrail',
    {
      eventVersion: '1.08',
      eventTime: '2020-09-20T10:11:12Z',
      eventSource: 'iam.amazonaws.com',
      eventName: 'CreateUser',
      awsRegion: 'x',
      userIdentity: { type: 'IAMUser', arn: 'arn:x' },
      requestParameters: { userName: 'a' },
    },
    {
      eventName: 'CreateUser',
      'userIdentity.arn': 'arn:x',
      requestParameters: '{"userName":"a"}',
      'requestParameters.userName': 'a',
    },
  ],
  [
    'CloudTrail by way of EventBridge',
    'aws//cloudtrail',
    {
      'detail-type': 'AWS API Call via CloudTrail',
      detail: { eventVersion: '1', eventSource: 's3', eventName: 'PutObject' },
    },
    { eventName: 'PutObject' },
  ],
  [
    'Azure activity',
    'azure//activitylogs',
    {
      time: '2020-09-20T10:11:12Z',
      resourceId: '/S/1',
      operationName: 'MICROSOFT.NETWORK/X/DELETE',
      category: 'Administrative',
      properties: { message: 'm' },
    },
    { operationName: 'MICROSOFT.NETWORK/X/DELETE', CategoryValue: 'Administrative', 'properties.message': 'm' },
  ],
  [
    'Azure audit of Microsoft Graph',
    'azure//auditlogs',
    {
      activityDateTime: '2020-09-20T10:11:12Z',
      activityDisplayName: 'Update user',
      category: 'UserManagement',
      loggedByService: 'Core Directory',
      result: 'success',
      targetResources: [{ type: 'User', modifiedProperties: [{ displayName: 'P', newValue: '"v"' }] }],
    },
    {
      ActivityDisplayName: 'Update user',
      'properties.message': 'Update user',
      Category: 'UserManagement',
      Status: 'success',
      'TargetResources.modifiedProperties.newValue': '"v"',
    },
  ],
  [
    'Azure audit of Azure Monitor',
    'azure//auditlogs',
    {
      time: '2020-09-20T10:11:12Z',
      category: 'AuditLogs',
      operationName: 'Add app',
      resourceId: '/t',
      properties: { targetResources: [{ displayName: 'x' }], result: 'success' },
    },
    {
      OperationName: 'Add app',
      'properties.message': 'Add app',
      'properties.result': 'success',
      'TargetResources.displayName': 'x',
    },
  ],
  [
    'Azure sign-in',
    'azure//signinlogs',
    {
      time: '2020-09-20T10:11:12Z',
      category: 'SignInLogs',
      resultType: '50126',
      resultDescription: 'bad',
      properties: {
        authenticationRequirement: 'singleFactorAuthentication',
        conditionalAccessStatus: 'failure',
        deviceDetail: { trustType: '', deviceId: '' },
      },
    },
    {
      ResultType: '50126',
      ResultDescription: 'bad',
      AuthenticationRequirement: 'singleFactorAuthentication',
      conditionalAccessStatus: 'failure',
      'DeviceDetail.deviceId': '',
    },
  ],
  [
    'Azure risk',
    'azure//riskdetection',
    { riskEventType: 'unfamiliarFeatures', detectedDateTime: '2020-09-20T10:11:12Z' },
    { riskEventType: 'unfamiliarFeatures' },
  ],
  [
    'Azure privileged identities',
    'azure//pim',
    { riskEventType: 'invalidLicenseAlertConfiguration' },
    { riskEventType: 'invalidLicenseAlertConfiguration' },
  ],
  [
    'Microsoft 365',
    'm365//audit',
    {
      CreationTime: '2020-09-20T10:11:12',
      Operation: 'New-InboxRule',
      Workload: 'Exchange',
      Parameters: [{ Name: 'DeleteMessage', Value: 'True' }],
    },
    { Operation: 'New-InboxRule', Parameters: '{"Name":"DeleteMessage","Value":"True"}' },
  ],
  [
    'Microsoft 365, exported',
    'm365//audit',
    {
      CreationDate: 'x',
      AuditData: '{"CreationTime":"2020-09-20T10:11:12","Operation":"Set-Mailbox","Workload":"Exchange"}',
    },
    { Operation: 'Set-Mailbox' },
  ],
  [
    'Microsoft 365 alert',
    'm365//threat_management',
    { eventSource: 'SecurityComplianceCenter', eventName: 'Alert', status: 'success' },
    { eventName: 'Alert' },
  ],
  [
    'Okta',
    'okta//okta',
    {
      published: '2020-09-20T10:11:12.000Z',
      eventType: 'user.session.start',
      actor: { alternateId: 'a@b.example' },
      outcome: { result: 'FAILURE' },
      target: [{ displayName: 'x' }, { displayName: 'y' }],
      debugContext: { debugData: { requestUri: '/r' } },
    },
    {
      'actor.alternateId': 'a@b.example',
      'outcome.result': 'FAILURE',
      'target.displayName': ['x', 'y'],
      'debugContext.debugData.requestUri': '/r',
    },
  ],
  [
    'Google Cloud',
    'gcp//gcp.audit',
    {
      timestamp: '2020-09-20T10:11:12Z',
      logName: 'p/logs/cloudaudit.googleapis.com%2Factivity',
      resource: { type: 'k8s_cluster' },
      protoPayload: {
        serviceName: 'k8s.io',
        methodName: 'io.k8s.core.v1.pods.create',
        authorizationInfo: [{ permission: 'p', granted: true }],
      },
    },
    {
      'gcp.audit.method_name': 'io.k8s.core.v1.pods.create',
      'data.protoPayload.methodName': 'io.k8s.core.v1.pods.create',
      'data.protoPayload.authorizationInfo.granted': 'true',
      'data.protoPayload.resource.type': 'k8s_cluster',
    },
  ],
  [
    'Google login',
    'gcp//google_workspace.login',
    { protoPayload: { serviceName: 'login.googleapis.com', metadata: { event: [{ eventName: 'suspicious_login' }] } } },
    { 'protoPayload.metadata.event.eventName': 'suspicious_login', 'protoPayload.serviceName': 'login.googleapis.com' },
  ],
  [
    'Google Workspace report',
    'gcp//google_workspace.admin',
    {
      kind: 'admin#reports#activity',
      id: { time: '2020-09-20T10:11:12Z', applicationName: 'admin' },
      events: [
        {
          name: 'CHANGE_SETTING',
          parameters: [
            { name: 'SETTING_NAME', value: 's' },
            { name: 'NEW_VALUE', value: 'false' },
          ],
        },
      ],
    },
    { eventService: 'admin.googleapis.com', eventName: 'CHANGE_SETTING', setting_name: 's', new_value: 'false' },
  ],
  [
    'GitHub',
    'github//audit',
    { '@timestamp': 1600596672000, action: 'repo.create', actor: 'a', org: 'o' },
    { action: 'repo.create' },
  ],
  [
    'Bitbucket',
    'bitbucket//audit',
    { auditType: { category: 'Users', action: 'Login' } },
    { 'auditType.action': 'Login' },
  ],
  [
    'Kubernetes',
    'kubernetes/application/audit',
    {
      auditID: 'x',
      verb: 'create',
      requestReceivedTimestamp: '2020-09-20T10:11:12Z',
      objectRef: { resource: 'pods', apiGroup: 'apps' },
      requestObject: {
        spec: {
          volumes: [{ hostPath: { path: '/' } }],
          containers: [{ securityContext: { capabilities: { add: ['SYS_ADMIN'] } } }],
        },
      },
      responseStatus: { code: 401 },
    },
    {
      'objectRef.resource': 'pods',
      apiGroup: 'apps',
      hostPath: '{"path":"/"}',
      capabilities: '{"add":["SYS_ADMIN"]}',
      'responseStatus.code': '401',
    },
  ],
  [
    'OpenCanary',
    'opencanary/application/',
    { logtype: 12001, node_id: 'n', utc_time: '2020-09-20 10:11:12.1' },
    { logtype: '12001' },
  ],
  [
    'Laurel',
    'linux/process_creation/auditd',
    { ID: '1600596672.123:7', SYSCALL: { exe: '/bin/ls', uid: 0 }, EXECVE: { argc: 2, ARGV: ['ls', '-l'] } },
    { Image: '/bin/ls', CommandLine: 'ls -l', a1: '-l', exe: '/bin/ls' },
  ],
  [
    'eslogger',
    'macos/process_creation/',
    {
      event_type: 9,
      time: '2020-09-20T10:11:12Z',
      process: { executable: { path: '/bin/zsh' } },
      event: { exec: { target: { executable: { path: '/bin/ls' } }, args: ['ls', '-l'] } },
    },
    { Image: '/bin/ls', CommandLine: 'ls -l', ParentImage: '/bin/zsh' },
  ],
  [
    'Sysmon for Linux',
    'linux/process_creation/sysmon',
    {
      Event: {
        System: {
          Provider: { '#attributes': { Name: 'Linux-Sysmon' } },
          EventID: 1,
          Channel: 'Linux-Sysmon/Operational',
        },
        EventData: { Image: '/bin/ls' },
      },
    },
    { Image: '/bin/ls' },
  ],
  [
    'Elastic on Linux',
    'linux/process_creation/',
    {
      '@timestamp': '2020-09-20T10:11:12Z',
      host: { os: { type: 'linux' } },
      event: { category: ['process'], type: ['start'] },
      process: { executable: '/bin/ls', command_line: 'ls -l', parent: { executable: '/bin/sh' } },
    },
    { Image: '/bin/ls', CommandLine: 'ls -l', ParentImage: '/bin/sh' },
  ],
  ['anything else', '//', { ts_: 1, a: { b: 1 } }, { 'a.b': '1' }],
];

test.each(RECORDS)('%s', async (_, source, record, fields) => {
  const { events, problems } = await see(inputOf(`${JSON.stringify(record)}\n`), Object.keys(fields));
  expect(problems).toEqual([]);
  expect(events.map((event) => event.source)).toEqual([source]);
  expect(events[0]!.fields).toEqual(fields);
  if (JSON.stringify(record).includes('2020-09-20') || JSON.stringify(record).includes('1600596672'))
    expect(events[0]!.time).toMatch(/^2020-09-20T10:11:12/);
});

describe('records of Windows under other names', () => {
  test.each([
    [
      'Elastic on Windows',
      {
        '@timestamp': '2020-09-20T10:11:12Z',
        host: { name: 'pc', os: { type: 'windows' } },
        event: { category: ['process'], type: ['start'] },
        process: { executable: 'C:\\a.exe', pid: 7 },
      },
      'Microsoft-Windows-Sysmon/Operational',
      1,
    ],
    [
      'ECS with the provider alone',
      {
        host: { name: 'pc' },
        event: { code: 4688, provider: 'Microsoft-Windows-Security-Auditing' },
        process: { executable: 'C:\\a.exe' },
      },
      'Security',
      4688,
    ],
    [
      'Wazuh',
      {
        data: {
          win: {
            system: { channel: 'Security', eventID: '4688', providerName: 'P', computer: 'pc' },
            eventdata: { image: 'C:\\a.exe' },
          },
        },
      },
      'Security',
      4688,
    ],
    [
      'winlogbeat with dots',
      {
        'winlog.channel': 'Security',
        'winlog.event_id': 4688,
        'winlog.event_data.Image': 'C:\\a.exe',
        'host.name': 'pc',
      },
      'Security',
      4688,
    ],
    [
      'winlogbeat 6',
      { log_name: 'Security', event_id: 4688, computer_name: 'pc', event_data: { Image: 'C:\\a.exe' } },
      'Security',
      4688,
    ],
  ])('%s', async (_, record, channel, eventId) => {
    const { events } = await see(inputOf(JSON.stringify(record)), ['Image']);
    expect(events).toMatchObject([
      { source: 'windows//', channel, eventId, computer: 'pc', fields: { Image: 'C:\\a.exe' } },
    ]);
  });

  test('where header and data have a name in common, the spelling that is asked for counts', async () => {
    const record = { Channel: 'Sysmon', EventID: 1, ProcessID: 11, ProcessId: '22' };
    expect((await see(inputOf(JSON.stringify(record)), ['ProcessId'])).events[0]!.fields).toEqual({ ProcessId: '22' });
    expect((await see(inputOf(JSON.stringify(record)), ['ProcessID'])).events[0]!.fields).toEqual({ ProcessID: '11' });
  });

  test('what the event says itself counts more than its header', async () => {
    const record = { Event: { System: { Channel: 'X', EventID: 1, Level: 4 }, EventData: { Level: 'high' } } };
    expect((await see(inputOf(JSON.stringify(record)), ['Level'])).events[0]!.fields).toEqual({ Level: 'high' });
  });
});
