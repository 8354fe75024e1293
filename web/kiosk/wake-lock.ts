/** Keeps the screen lit as long as the page is seen, where the browser can; it lets go whenever the page is hidden. */
export function stayLit(report: (error: unknown) => void): void {
  if (!('wakeLock' in navigator)) return;
  const ask = (): void => {
    if (document.visibilityState === 'visible') navigator.wakeLock.request('screen').catch(report);
  };
  document.addEventListener('visibilitychange', ask);
  ask();
}
