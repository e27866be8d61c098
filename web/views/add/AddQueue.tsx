import styles from './Add.module.css';
import { JobLine } from './JobLine.tsx';
import { clearDone, useJobs } from './queue.ts';

/** What is being added and what came of it. */
export function AddQueue() {
  const jobs = useJobs();
  if (jobs.length === 0) return null;
  const busy = jobs.filter((job) => job.state === 'running' || job.state === 'waiting').length;
  const added = jobs.filter((job) => (job.result?.documents.length ?? 0) > 0).length;
  return (
    <section className={styles.queue} aria-label="Documents being added" data-screen-only>
      <header>
        <h2>{busy ? `Adding ${busy} of ${jobs.length}` : `Added ${added} of ${jobs.length}`}</h2>
        <button type="button" data-plain onClick={clearDone} disabled={busy === jobs.length}>
          Clear
        </button>
      </header>
      <ul>
        {jobs.map((job) => (
          <JobLine key={job.id} job={job} />
        ))}
      </ul>
    </section>
  );
}
