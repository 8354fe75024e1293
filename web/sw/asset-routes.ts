/** The Static Routing API; it stands in no standard library of types. */
interface RoutedInstallEvent {
  waitUntil(work: Promise<unknown>): void;
  addRoutes?(rules: { condition: { urlPattern: string }; source: { cacheName: string } }): Promise<void>;
}

/**
 * Where the browser can, it takes assets from the cache itself, without waking the worker for each; what is not there
 * comes from the network, as with us. That saves time and nothing else: where the browser takes no routes, `report` hears
 * of it and the worker is installed without them.
 */
export function routeAssets(event: RoutedInstallEvent, cacheName: string, report: (fault: unknown) => void): void {
  const add = async () => event.addRoutes?.({ condition: { urlPattern: '/assets/*' }, source: { cacheName } });
  event.waitUntil(add().catch(report));
}
