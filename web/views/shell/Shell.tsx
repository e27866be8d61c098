import { Outlet } from '@tanstack/react-router';
import { useState } from 'react';
import { KeyHelp } from '../../keys/KeyHelp.tsx';
import { useKeys } from '../../keys/use-keys.ts';
import { AddQueue } from '../add/AddQueue.tsx';
import { DropArea } from '../add/DropArea.tsx';
import { Evidence } from '../evidence/Evidence.tsx';
import { AsOfBar } from './AsOfBar.tsx';
import { Notices } from './Notices.tsx';
import { Rail } from './Rail.tsx';
import styles from './Shell.module.css';
import { TopBar } from './TopBar.tsx';

/** The frame of every page: top bar, rail, the page itself, the evidence drawer. */
export function Shell() {
  const [help, setHelp] = useState(false);
  useKeys('Everywhere', [
    { key: '/', does: 'search', run: () => document.getElementById('search')?.focus() },
    { key: '?', does: 'these keys', run: () => setHelp(true) },
  ]);
  return (
    <div className={styles.shell} data-print-full>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <TopBar onHelp={() => setHelp(true)} />
      <Rail />
      <div className={styles.page} data-print-full>
        <AsOfBar />
        <main id="main" className={styles.main} tabIndex={-1} data-print-full>
          <Outlet />
        </main>
      </div>
      <Evidence />
      <AddQueue />
      <DropArea />
      <Notices />
      {help && <KeyHelp onClose={() => setHelp(false)} />}
    </div>
  );
}
