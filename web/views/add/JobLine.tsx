import { Link } from '@tanstack/react-router';
import { ProblemList } from '../../ui/ProblemList.tsx';
import { fileName } from '../../words/file-name.ts';
import { count } from '../../words/numbers.ts';
import styles from './Add.module.css';
import type { Job } from './queue.ts';

const STAGES = ['extract', 'read', 'store'] as const;
const STAGE_WORDS = { extract: 'taking out the text', read: 'reading statements', store: 'recording' } as const;

/** One job: its stage while it runs, then its documents and problems. */
export function JobLine({ job }: { job: Job }) {
  const stage = job.progress?.stage;
  return (
    <li className={styles.job} data-state={job.state}>
      <p className={styles.name} title={job.name}>
        {job.name}
      </p>
      {job.state === 'waiting' && <p className="muted">waiting</p>}
      {job.state === 'running' && (
        <p role="status">
          <progress
            max={STAGES.length}
            value={stage ? STAGES.indexOf(stage) + ratio(job) : undefined}
            aria-label={`Adding ${job.name}`}
          />{' '}
          {stage ? STAGE_WORDS[stage] : 'sending'}
          {job.progress && job.progress.of > 1 && ` ${job.progress.done} of ${job.progress.of}`}
        </p>
      )}
      {job.state === 'failed' && <p role="alert">Not added: {job.error} What was in the ledger is as it was.</p>}
      {job.result?.documents.map(({ document, added }) => (
        <p key={document.id}>
          <Link to="/documents/$id" params={{ id: document.id }}>
            {document.title ?? fileName(document.name)}
          </Link>{' '}
          <span className="muted">
            {added ? count(document.statements, 'statement') : 'was in the ledger already'}
            {!document.read && ', kept but not read for statements'}
          </span>
        </p>
      ))}
      {job.result && <ProblemList problems={job.result.problems} />}
    </li>
  );
}

function ratio({ progress }: Job): number {
  return progress && progress.of > 0 ? progress.done / progress.of : 0;
}
