import type { Place, Problem } from './problem.ts';

/**
 * A problem in words: what failed, where, and what still works. `{name}` stands for a detail. Codes without an entry show
 * themselves, so that nothing is ever silent.
 */
export function describe(problem: Problem): string {
  const template = WORDS[problem.code];
  const where = describePlace(problem.place);
  const what = template ? fill(template, problem) : `${problem.code}${detailsOf(problem)}`;
  return where ? `${where}: ${what}` : what;
}

/** Whether a code has words. */
export function hasWords(code: string): boolean {
  return code in WORDS;
}

/** `report.pdf, page 3, line 12`. */
export function describePlace({ source, part, page, line, column, offset }: Place): string {
  return [
    source,
    part,
    page === undefined ? null : `page ${page}`,
    line === undefined ? null : `line ${line}${column === undefined ? '' : `, column ${column}`}`,
    offset === undefined ? null : `at ${offset}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** One line a code, by the layer that uses it. */
const WORDS: Readonly<Record<string, string>> = {
  // text
  'empty-file': 'the file is empty; nothing was read.',
  'not-a-document': 'this is no document that can be read ({kind}, {bytes} bytes); it was left out.',
  'no-text': 'the {format} holds no text; nothing was read. A scan has to go through text recognition first.',
  unreadable: 'the {format} could not be read ({reason}); other inputs are not affected.',
  'too-long': 'only the first {kept} {unit} were read; the rest was left out.',
  'too-many-pages': 'only the first {kept} of {of} pages were read.',
  'too-many-entries': 'only the first {kept} of {of} entries were read.',
  'too-deep': 'documents nested deeper than {limit} levels were left out.',
  'wrong-charset': 'it says it is {declared}, but its bytes are not; it was read as {used}.',
  'unknown-charset': 'it names an unknown encoding ({declared}); it was read as {used}.',
  'guessed-charset': 'it names no encoding and is not UTF-8; it was read as {charset}.',
  'markup-not-parsed': 'the markup could not be taken apart ({reason}); its words were read without their layout.',
  'pdf-damaged': 'the PDF is damaged or cut off ({reason}); nothing was read.',
  'pdf-encrypted': 'the PDF is locked with a password; nothing was read. Save it without the password and try again.',
  'page-unreadable': 'the page could not be read ({reason}); the other pages were.',
  'page-without-text': '{pages} of {of} pages hold no text (probably scans); the others were read.',
  'archive-damaged': 'the {format} is damaged or cut off ({reason}); nothing was read.',
  'archive-too-big': 'the {format} would unpack to more than {limit} bytes ({declared} are declared); it was refused.',
  'archive-encrypted': 'the {format} is locked with a password; nothing was read.',
  'not-a-word-file': 'the archive holds no word/document.xml; it is no Word document.',
  'feed-damaged': 'the feed could not be read ({reason}).',
  'feed-empty': 'the feed has no entries.',
  'entry-without-text': 'the entry "{title}" has no text of its own; it was left out. Its link: {link}',
  'attachment-left-out': 'the attachment "{name}" ({type}) is no document; it was left out.',
  'mail-damaged': 'the mail could not be read ({reason}).',
  // names
  'not-a-galaxy':
    'this is no cluster file of MISP galaxy (an object with `type` and `values` is expected); nothing was taken over.',
  'galaxy-value-unreadable': 'the value has no name or no UUID; it was left out.',
  'galaxy-value-twice': 'the UUID {uuid} stands there already; the second value was left out.',
  // ATT&CK
  'bundle-without-facts': 'the bundle holds no group and no technique of ATT&CK; nothing was taken over.',
  'not-a-bundle': 'this is no STIX bundle (an object with a list `objects` is expected); nothing was taken over.',
  'object-unreadable': 'the object has no usable {field}; it was left out.',
  'object-twice': 'an object with this id stands there already ({field}); the second one was left out.',
  'link-broken': 'the relation names an object that is not in the bundle ({field}); it was left out.',
  // ranking
  'items-unreadable': 'an object with lists is expected ({"techniques": […], "software": […]}); nothing was compared.',
  'case-without-intrusion': 'the case holds no intrusion from logs: it shows nothing to compare.',
  'items-list-unknown': 'this is no list that is known ({lists}); it was left out.',
  'item-unknown': 'nothing is known by this name, so that it was not compared: {item}',
  // exchange: data sets of incidents and counts
  'row-damaged': 'the row cannot be taken apart ({reason}); the others were read.',
  'row-undated': '{id} has no date; it takes no part in series.',
  'row-duplicate': '{id} says the same as {of}; both are kept.',
  'row-alike': '{id} may be the same incident as {of}; both are kept.',
  'row-alone': 'no incident of the first sheet has this name, pair and initiator; its measures stand beside none.',
  'row-without': 'the row has no {field}; it was left out.',
  'column-missing': 'the table has no column {column}; nothing was read from it.',
  'nothing-of-kind': 'nothing of the kind "{kind}" was found in it; no data set was added.',
  'table-unknown': 'no known data set has these columns ({columns}); it was left out.',
  'date-impossible': '{id}: {date} is no day of the calendar.',
  'date-differs-from-name': '{id} begins {date}, but its own name says otherwise: {name}',
  'end-before-start': '{id} ends ({end}) before it begins ({start}).',
  'end-placeholder': '{id} begins {start}, and its end {end} is a placeholder.',
  'dates-swapped': '{id} begins {start} and ends {end}: with day and month of the end exchanged it fits.',
  'lag-negative': '{id} was attributed ({attributed}) before it began ({start}).',
  'score-sum': '{id}: the stored sum of its scores is {stored}, its parts give {recomputed}.',
  'score-product': '{id}: the stored weighted score is {stored}, sum and multiplier give {recomputed}.',
  'flag-differs': '{id}: {flag}, but its types are {types}.',
  'initiator-outside-dyad': '{id}: initiator {initiator} is no party of the dyad {dyad}.',
  'value-impossible': '{id}: {field} cannot be {value}.',
  'share-differs':
    '{id}: {part} of {whole} are {computed} %, not {share} %; a share of {share} % would need a whole of {needed}.',
  'total-differs': '{id}: {field} is {stored}, its parts give {recomputed}.',
  'sheets-disagree': '{id}: the sheets disagree on {field}: {first} against {second}.',
  // collect
  'not-found': 'there is no such file or folder.',
  'no-permission': 'it may not be read (permission denied).',
  'not-a-file': 'this is neither a file nor a folder ({kind}); it was left out.',
  'file-unreadable': 'it could not be read ({reason}).',
  'file-too-big': 'it has {bytes} bytes, more than the limit of {limit}; it was left out.',
  'folder-empty': 'the folder holds no files.',
  'bad-url': 'this is not a link that can be opened ({reason}). Only http and https are.',
  'private-address':
    'the host {host} is at {address}, an address of a private or local network; it was not contacted. `longwatch read --allow-private` does so.',
  'unknown-host': 'the host {host} is not known ({reason}).',
  'connection-failed': 'the connection to {host} failed ({reason}).',
  'bad-certificate': 'the certificate of {host} is not valid ({reason}); nothing was read.',
  'http-status': 'the server answered {status} {text}; nothing was read.',
  'too-many-redirects': 'it redirects more than {limit} times; the last link was {last}.',
  'bad-redirect': 'it redirects to a link that cannot be opened ({location}).',
  'answer-too-big': 'the answer is larger than {limit} bytes; it was left out.',
  'answer-too-slow': 'no complete answer within {limit} ms ({bytes} bytes had come); it was left out.',
  'answer-damaged': 'the answer could not be unpacked or broke off ({reason}).',
  // logs
  'entries-left-out': '{count} hidden files, links or devices in this folder were left out.',
  'archive-too-deep': 'archives nested deeper than {limit} levels were left out.',
  'archive-method': 'it is packed in a way that cannot be unpacked here ({method}); it was left out.',
  'not-a-log': 'this is no log that can be read (it looks like {looks}); it was left out.',
  'record-broken': 'the record is broken ({reason}); it was left out, the others were read.',
  'line-too-long': 'the line has {bytes} bytes, more than the limit of {limit}; it was left out.',
  'log-cut-off': 'the file is damaged or cut off ({reason}); what came before was read.',
  'kind-unknown':
    '{count} records do not tell what kind of log they are from; only rules for any log see them. `--logsource` can say it.',
  'problems-left-out': '{count} more problems of this file are not shown after the first {shown}.',
  // reading by a language model
  'quote-not-found': 'a quote of the model is not in the text and its statement was refused: "{quote}".',
  'quote-too-long': 'a quote of the model is too long and its statement was refused: "{quote}".',
  'speaker-not-in-text':
    'the model named a speaker whom the document does not name ({speaker}); the statement was refused.',
  'name-not-in-text': 'the model gave words for {field} that are not in the document ({value}); the field was emptied.',
  'country-unknown': 'the model gave a {field} that is no country code ({value}); the field was emptied.',
  'time-unreadable': 'the model gave a time in an unknown form ({value}); the field was emptied.',
  'quantity-unreadable': 'the model gave a quantity that is none ({value} {unit}); it was left out.',
  'statement-malformed': 'a statement of the model has a wrong form ({field}) and was refused.',
  'statements-too-many': 'the model gave {count} statements for one passage; the first {kept} were looked at.',
  'document-too-long-for-endpoint': 'only the first {read} of {of} passages were sent to the model.',
  'endpoint-unreachable': 'the endpoint {host} could not be reached; the text from here on was not read.',
  'endpoint-status': 'the endpoint answered with status {status}; the text from here on was not read.',
  'endpoint-timeout': 'the endpoint gave no answer within {seconds} s; the text from here on was not read.',
  'endpoint-stopped': 'the reading was stopped; the text from here on was not read.',
  'endpoint-refused': 'the model refused to read this passage; the others were read.',
  'endpoint-answer-cut': 'the answer of the model was cut off; this passage was not read.',
  'endpoint-answer-too-long': 'the answer of the endpoint is longer than {bytes} bytes; this passage was not read.',
  'endpoint-answer-invalid': 'the answer of the model is of no use ({reason}); this passage was not read.',
  // hunting
  'no-indicator': 'no indicator that records can hold was found here ({text}); it was left out.',
  'no-rules-here': 'there is no file of rules here (.yml, .yaml).',
  'worker-died': 'reading it ended early ({reason}); the other files were read.',
  'not-json': 'this is not JSON ({reason}); nothing was taken from it.',
  // evtx
  'evtx-not-a-log': 'this is no Windows event log (EVTX); nothing was read.',
  'evtx-version': 'it is an event log of version {version}; versions 3.x are known. It was read all the same.',
  'evtx-flags': 'the file header has unknown flags ({flags}); they were ignored.',
  'evtx-header-crc': 'the checksum of the file header is wrong; the chunks were read all the same.',
  'evtx-cut-off': 'the file breaks off here; what stands before was read.',
  'evtx-chunk-magic': 'no chunk of an event log begins here; the next ones were read.',
  'evtx-chunk-header': 'the chunk header is damaged (records end at {free}); the whole chunk was searched.',
  'evtx-chunk-header-crc': 'the checksum of the chunk header is wrong; its records were read all the same.',
  'evtx-chunk-crc': 'the checksum of the records of this chunk is wrong; they were read all the same.',
  'evtx-record-header': 'the header of a record is damaged; reading went on at the next whole record.',
  'evtx-record-end': 'the end of a record is overwritten; what stands of it was read.',
  'evtx-record': 'record {record} could not be read ({reason}, at {at}); the others were.',
  'evtx-record-part': 'a part of record {record} could not be read ({reason}, at {at}); the rest of it was.',
  'evtx-record-too-big': 'record {record} would be larger than any real one is; it was left out.',
  'evtx-stand-in':
    'templates of this chunk are damaged (the first that record {record} uses); those of other chunks were used.',
  // sigma rules
  'not-utf-8': 'the file is not UTF-8 text; nothing was read.',
  'yaml-syntax': 'this is no valid YAML ({reason}); the document was left out.',
  'yaml-duplicate-key': 'the key "{key}" stands twice in one map; the document was left out.',
  'yaml-key': 'a key is no text; the document was left out.',
  'yaml-too-deep': 'it is nested deeper than {limit} levels; the document was left out.',
  'yaml-too-large': 'the document has more than {limit} {unit}; it was left out.',
  'no-document': 'the file holds no document.',
  'not-a-rule': 'this is no rule, correlation or filter of Sigma ({found} without detection, correlation or filter).',
  'kinds-mixed': 'the document is several things at once ({kinds}).',
  'field-missing': '"{field}" is missing.',
  'field-type': '"{field}" has to be {wanted}, it is a {found}.',
  'field-value': '"{field}" is "{value}"; it has to be {wanted}.',
  'field-too-long': '"{field}" is longer than {limit} characters.',
  'key-unknown': 'the key "{key}" means nothing in "{part}"; it was ignored.',
  'duplicate-id': 'another rule has the id {id} already ({first}); this one was left out.',
  'duplicate-name': 'another rule has the name "{name}" already ({first}); correlations mean that one.',
  'other-taxonomy': 'the rule names fields by the taxonomy "{taxonomy}", not by Sigma\'s; they were taken as they are.',
  'no-condition': 'there is no condition.',
  'no-selection': 'there is nothing for the condition to choose from.',
  'selection-empty': 'the search identifier is empty.',
  'selection-unused': 'no condition uses "{name}".',
  'value-type': 'a value has to be {wanted}, it is a {found}.',
  'value-list-empty': 'the list of values is empty.',
  'null-in-list': 'null stands in a list of values of {field}; it was taken as "missing or without value".',
  'all-with-one-value': '"all" in {key} needs a list of values.',
  'timeframe-ignored': '"timeframe" belongs to conditions of an old form; it was ignored.',
  'too-many-values': 'the values come to more than {limit}.',
  'rule-too-large': 'the condition comes to more than {limit} tests.',
  'never-matches': 'the condition does not depend on the record (always {always}).',
  'modifier-unknown': 'there is no modifier "{modifier}".',
  'modifier-value': 'the modifier "{modifier}" needs {wanted}, not {found}.',
  'modifier-order': 'the modifier "{modifier}" needs {wanted}, but those before it gave {found}.',
  'modifier-twice': 'the modifier "{modifier}" stands twice.',
  'modifier-needs-field': 'the modifier "{modifier}" needs a field.',
  'regex-invalid': 'the regular expression {expression} cannot be compiled ({reason}).',
  'cidr-invalid': '"{value}" is no network such as 192.0.2.0/24.',
  'not-encodable': 'only ASCII text can be matched in a wide encoding without base64.',
  'wildcard-not-allowed': '"{modifier}" allows no wildcards.',
  'time-out-of-range': 'a {part} is a number from {first} to {last}, not {value}.',
  'placeholder-without-value': 'the placeholder %{name}% has no value; give one with --variables.',
  'condition-syntax': 'the condition cannot be understood: expected {expected}, found {found}.',
  'condition-pipe': 'conditions with | are of an old form that correlations replaced.',
  'condition-too-deep': 'the condition is nested deeper than {limit} levels.',
  'selection-unknown': 'the condition names "{name}", which is not there.',
  'selection-pattern-unmatched': 'no search identifier fits "{pattern}".',
  'count-too-high': 'the condition wants {count} of {names}.',
  'logsource-empty': 'the log source names neither product, category nor service.',
  'logsource-case': 'the {key} of a log source is written in lower case, not "{value}".',
  'no-log-source': 'no log is known to hold records of {source}{why}.',
  'event-id-elsewhere': 'none of the event ids that the rule requires exists in {source}.',
  'rule-unknown': 'there is no rule "{name}".',
  'rule-not-loaded': 'the rule "{name}" could not be loaded.',
  'correlation-cycle': 'the correlation stands on itself through "{name}".',
  'chain-too-long': 'more than {limit} correlations stand on one another.',
  timespan: '"{value}" is no time span such as 30s, 5m, 1h or 7d.',
  'bound-missing': 'the condition has no bound ({wanted}).',
  'alias-unused': '"group-by" does not use the alias "{alias}".',
  'expression-rules': 'the condition and "rules" do not name the same rules ({names}).',
  'filter-without-not': 'the condition has no "not": matches that the filter does not describe are dropped.',
  'filter-without-rules': 'a filter needs "rules": any, or ids or names of rules.',
  'filter-without-effect': 'the filter fits no rule that was loaded.',
  // weighing: the file
  'weigh-not-a-file': 'this is no weighing: a map with "question", "hypotheses" and "evidence" is wanted.',
  'weigh-no-question': '"question" is missing; nothing was weighed.',
  'weigh-key-twice': 'a key stands twice in one map ({reason}).',
  'weigh-field': '"{field}" cannot be used ({reason}); what holds it was left out.',
  'weigh-id-twice': 'the id {id} stands twice; the second was left out.',
  'weigh-id-unknown': 'there is no {what} {id} (there are: {known}); it was left out.',
  'weigh-ratings-count': 'there are {found} ratings for {wanted} hypotheses; they were taken in order.',
  'weigh-role-unknown': 'no table knows the role "{role}"; it is kept, and nothing is suggested to look for by it.',
  'weigh-type-unknown': 'no table knows the kind of evidence "{type}"; it is kept, without a forgeability of its own.',
  'weigh-passage-unknown':
    'no statement of the ledger holds the passage "{passage}"; the evidence was kept without it.',
  // weighing: what a reader of the result has to know
  'weigh-nothing-rated': 'nobody has rated anything yet: every hypothesis has the probability it began with.',
  'weigh-too-few-hypotheses': 'weighing needs at least two hypotheses, there are {count}.',
  'weigh-ungraded': 'not graded, counted in full ({count}).',
  'weigh-cannot-judge': 'graded as "cannot be judged", not counted ({count}); the ranges show what it could change.',
  'weigh-rated-once':
    'rated against one hypothesis alone ({count}): an I or II counts as inconsistency, but the probabilities do not move until it is rated against another.',
  'weigh-not-diagnostic': 'fits every hypothesis alike and tells nothing apart ({count}).',
  'weigh-not-applicable': 'does not apply to {hypotheses}; it leaves them where they were.',
  'weigh-absence-unlooked': 'rests on something not seen, and nobody says who looked where.',
  'weigh-forgeable-excludes': 'is easy to forge, so it cannot speak against {hypotheses}, who would have forged it.',
  'weigh-statement-rejected': 'rests on statements of which {rejected} of {of} were rejected in review.',
  'weigh-unrated':
    '{cells|cell is not rated: it counts as the mean of its row, and costs|cells are not rated: they count as the mean of their row, and cost} nothing.',
  'weigh-incoherent': 'the stated probabilities summed to {sum}; the nearest that sum to 1 were taken.',
  'weigh-no-lead': 'no hypothesis leads: {hypotheses} are equally consistent.',
  'weigh-measures-differ':
    'the least inconsistent hypothesis is {inconsistency}, the most probable {probability}: say which you follow.',
  'estimate-with-confidence':
    'a likelihood ("{likelihood}") and a confidence ("{confidence}") stand in one sentence; ICD 203 wants two.',
  'estimate-rows-mixed': '"{first}" and "{second}" are of different rows of likelihood words; keep to one row.',
  'misp-unknown-is-50': 'MISP reads {grade} ("cannot be judged") as 50, the number of {same}.',
  'misp-deceptive': '"deliberately deceptive" has no letter in the Admiralty system; it was taken as E.',
  'stix-no-reliability': 'STIX has no field for the reliability of a source ({reliability}).',
  'stix-no-unknown': 'STIX has no confidence for credibility {credibility}; the property has to be left out.',
  'stix-bands-differ': 'on the scale of STIX this is "{stix}", by ICD 203 "{icd}".',
  // actions
  'not-english': 'the text is not English ({language}); it is kept, and was not read for statements.',
  'threads-failed':
    'threads could not be started ({tries} tries; the last ended with: {reason}); everything is read one after the other.',
  'part-failed': 'the step "{part}" failed ({reason}); what the other steps found is kept.',
};

/** `{name}` is the detail; `{name|one|many}` is it with the words for one or for any other number. */
function fill(template: string, { details }: Problem): string {
  return template.replace(/\{(\w+)(?:\|([^|}]*)\|([^|}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    if (!(name in details)) return whole;
    const value = String(details[name]);
    return one === undefined ? value : `${value} ${value === '1' ? one : many}`;
  });
}

function detailsOf({ details }: Problem): string {
  const entries = Object.entries(details);
  return entries.length ? ` (${entries.map(([k, v]) => `${k}: ${v}`).join(', ')})` : '';
}
