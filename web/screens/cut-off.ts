import type { SyncStatus } from '../store/views.ts';

/** Whether nothing new can come from the company now, for whatever reason. */
export const isCutOff = ({ silence, state }: SyncStatus): boolean =>
  silence !== null || state === 'offline' || state === 'signed-out' || state === 'upgrade-required';
