import { publish, whoHolds } from '../store/lock.ts';

/** Address of the workbench that has a data folder open, or null when none does or it does not listen yet. */
export function whereIsItHeld(home: string): string | null {
  return whoHolds(home)?.url ?? null;
}

/** Tells other processes of this user where the workbench that holds the folder can be asked. */
export function announce(at: { readonly url: string; readonly token: string }, home: string): void {
  publish(at, home);
}
