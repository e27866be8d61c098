import { type Head, isObject, type LogRecord, type OnlyLayout, objectAt, textOf } from '../record/layout.ts';

/** Audit logs of clouds and services, by the fields that only they have; each under the product and service of Sigma's rules. */
export const CLOUD_SHAPES: readonly OnlyLayout[] = [
  {
    name: 'cloudtrail',
    is: (record) =>
      'eventSource' in record && 'eventName' in record && ('awsRegion' in record || 'eventVersion' in record),
    head(record, head) {
      source(head, 'aws', 'cloudtrail');
      head.time = record.eventTime;
      head.computer = textOf(record.recipientAccountId);
    },
    objects: true,
  },
  {
    // Sign-ins: Azure Monitor, its tables in Log Analytics, Microsoft Graph.
    name: 'azure-signin',
    is: (record) =>
      record.category === 'SignInLogs' ||
      record.Type === 'SigninLogs' ||
      record.Category === 'SignInLogs' ||
      ('conditionalAccessStatus' in record && 'userPrincipalName' in record),
    head: (record, head) => azure(record, head, 'signinlogs'),
    below: [{ path: 'properties', rank: 2 }],
    aliases: {
      'properties.deviceDetail.trustType': 'DeviceDetail.trusttype',
      'properties.status.failureReason': ['ResultDescription', 'properties.message'],
      'status.failureReason': ['ResultDescription', 'properties.message'],
      'status.errorCode': 'ResultType',
      'properties.status.errorCode': 'ResultType',
      'properties.userPrincipalName': 'Username',
      userPrincipalName: 'Username',
      UserPrincipalName: 'Username',
    },
    objects: true,
  },
  {
    name: 'azure-risk',
    is: (record) => 'riskEventType' in record || (isObject(record.properties) && 'riskEventType' in record.properties),
    head(record, head) {
      const type = textOf(record.riskEventType ?? objectAt(record, 'properties').riskEventType);
      // The alerts of Privileged Identity Management share the field; all their names say that they are alerts.
      azure(record, head, /Alert/.test(type) ? 'pim' : 'riskdetection');
    },
    below: [{ path: 'properties', rank: 2 }],
    objects: true,
  },
  {
    name: 'azure-audit',
    is: (record) =>
      record.category === 'AuditLogs' ||
      record.Type === 'AuditLogs' ||
      'activityDisplayName' in record ||
      'ActivityDisplayName' in record,
    head: (record, head) => azure(record, head, 'auditlogs'),
    below: [{ path: 'properties', rank: 2 }],
    aliases: {
      operationName: ['properties.message', 'ActivityDisplayName'],
      OperationName: ['properties.message', 'ActivityDisplayName'],
      activityDisplayName: ['properties.message', 'OperationName'],
      'properties.activityDisplayName': ['properties.message', 'ActivityDisplayName'],
      ActivityDisplayName: ['properties.message', 'OperationName'],
      'properties.category': 'Category',
      'properties.loggedByService': 'LoggedByService',
      'properties.result': 'Status',
      result: 'Status',
      Result: 'Status',
    },
    objects: true,
  },
  {
    name: 'azure-activity',
    is: (record) =>
      ('operationName' in record && 'resourceId' in record) ||
      'OperationNameValue' in record ||
      record.Type === 'AzureActivity',
    head: (record, head) => azure(record, head, 'activitylogs'),
    below: [{ path: 'properties', rank: 2 }],
    aliases: {
      OperationNameValue: ['operationName', 'properties.message'],
      operationName: ['OperationNameValue', 'properties.message'],
      category: 'CategoryValue',
      resourceId: 'ResourceId',
    },
    objects: true,
  },
  {
    // Microsoft 365's unified audit log.
    name: 'm365-audit',
    is: (record) => 'Operation' in record && 'Workload' in record,
    head(record, head) {
      source(head, 'm365', 'audit');
      head.time = record.CreationTime;
    },
    objects: true,
  },
  {
    // The same through Defender for Cloud Apps.
    name: 'm365-alerts',
    is: (record) => record.eventSource === 'SecurityComplianceCenter' || record.eventSource === 'Exchange',
    head(record, head) {
      source(head, 'm365', record.eventSource === 'Exchange' ? 'exchange' : 'threat_management');
      head.time = record.eventTime ?? record.timestamp ?? record['@timestamp'];
    },
    objects: true,
  },
  {
    name: 'okta',
    is: (record) => 'eventType' in record && 'actor' in record && ('outcome' in record || 'published' in record),
    head(record, head) {
      source(head, 'okta', 'okta');
      head.time = record.published;
    },
    objects: true,
  },
  {
    // Google Cloud's audit log; the logins and admin actions of Workspace come the same way.
    name: 'gcp',
    is: (record) => isObject(record.protoPayload) || (isObject(record.data) && isObject(record.data.protoPayload)),
    head(record, head) {
      const entry = isObject(record.protoPayload) ? record : objectAt(record, 'data');
      const service = textOf(objectAt(entry, 'protoPayload').serviceName);
      source(head, 'gcp', WORKSPACE[service] ?? 'gcp.audit');
      head.time = entry.timestamp;
      head.computer = textOf(entry.insertId) && textOf(objectAt(objectAt(entry, 'resource'), 'labels').project_id);
    },
    // Rules name fields as exported (`protoPayload`), as in Pub/Sub (`data.protoPayload`) and as in ECS (`gcp.audit`).
    below: [{ path: 'data', rank: 2 }],
    aliases: Object.fromEntries(
      ['protoPayload', 'data.protoPayload']
        .flatMap((payload) => [
          [`${payload}.methodName`, ['gcp.audit.method_name', 'data.protoPayload.methodName', 'eventName']],
          [`${payload}.serviceName`, ['gcp.audit.service_name', 'data.protoPayload.serviceName', 'eventService']],
          [`${payload}.resourceName`, ['gcp.audit.resource_name', 'data.protoPayload.resourceName']],
          [`${payload}.authorizationInfo.permission`, 'data.protoPayload.authorizationInfo.permission'],
          [`${payload}.authorizationInfo.granted`, 'data.protoPayload.authorizationInfo.granted'],
          [`${payload}.resource.type`, 'data.protoPayload.resource.type'],
        ])
        .concat([
          ['logName', ['data.protoPayload.logName', 'data.logName']],
          ['resource.type', ['data.protoPayload.resource.type', 'data.resource.type']],
          ['data.logName', 'data.protoPayload.logName'],
          ['data.resource.type', 'data.protoPayload.resource.type'],
        ]),
    ),
    objects: true,
  },
  {
    // Reports of Google Workspace.
    name: 'google-workspace',
    is: (record) => isObject(record.id) && 'applicationName' in record.id && Array.isArray(record.events),
    head(record, head) {
      const id = objectAt(record, 'id');
      source(head, 'gcp', `google_workspace.${textOf(id.applicationName)}`);
      head.time = id.time;
    },
    below: [{ path: 'parameters', rank: 2 }],
    aliases: { 'events.name': 'eventName' },
    objects: true,
  },
  {
    name: 'github',
    is: (record) =>
      'action' in record &&
      ('_document_id' in record || ('actor' in record && ('org' in record || 'business' in record))),
    head(record, head) {
      source(head, 'github', 'audit');
      head.time = record['@timestamp'] ?? record.created_at;
    },
    objects: true,
  },
  {
    name: 'bitbucket',
    is: (record) => isObject(record.auditType),
    head(record, head) {
      source(head, 'bitbucket', 'audit');
      head.time = record.timestamp ?? record.dateTime;
    },
    objects: true,
  },
  {
    name: 'kubernetes',
    is: (record) => 'auditID' in record && 'verb' in record,
    head(record, head) {
      source(head, 'kubernetes', 'audit');
      head.category = 'application';
      head.time = record.requestReceivedTimestamp ?? record.stageTimestamp;
    },
    // Rules name what is in the request by its last key alone.
    below: [
      { path: 'requestObject', rank: 2 },
      { path: 'objectRef', rank: 3 },
    ],
    objects: true,
  },
  {
    name: 'onelogin',
    is: (record) => 'event_type_id' in record,
    head(record, head) {
      source(head, 'onelogin', 'onelogin.events');
      head.time = record.created_at ?? record.event_timestamp;
    },
    objects: true,
  },
  {
    name: 'duo',
    is: (record) => 'event_type' in record && 'reason' in record && ('factor' in record || 'auth_device' in record),
    head(record, head) {
      source(head, 'cisco', 'duo');
      head.time = record.isotimestamp ?? record.timestamp;
    },
    objects: true,
  },
];

/** Services of Google whose audit entries Sigma counts to Workspace. */
const WORKSPACE: Readonly<Record<string, string>> = {
  'admin.googleapis.com': 'google_workspace.admin',
  'login.googleapis.com': 'google_workspace.login',
};

function source(head: Head, product: string, service: string): void {
  head.product = product;
  head.service = service;
}

function azure(record: LogRecord, head: Head, service: string): void {
  source(head, 'azure', service);
  const times = [
    record.time,
    record.TimeGenerated,
    record.activityDateTime,
    record.createdDateTime,
    record.detectedDateTime,
  ];
  head.time = times.find((time) => time !== undefined) ?? record.eventTimestamp ?? record['@timestamp'];
}
