import { useEffect, useRef } from 'react';
import styles from './KeyHelp.module.css';
import { useActiveKeys } from './use-keys.ts';

const SHOWN: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→' };

/** The keys that work on this page. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const groups = useActiveKeys();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.help} aria-labelledby="key-help" onClose={onClose}>
      <header>
        <h2 id="key-help">Keys on this page</h2>
        <button type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <div className={styles.groups}>
        {groups.map(({ group, bindings }) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {bindings.map(({ key, does }) => (
                <div key={key}>
                  <dt>
                    <kbd>{SHOWN[key] ?? key}</kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </dialog>
  );
}
