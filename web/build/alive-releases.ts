/** The names of the files under `assets/` that one build made, sorted; compressed copies are not named. */
export type Release = readonly string[];

/**
 * Builds, not days: how long a release lives on phones is counted from the one after it, and a folder that is built
 * often must not grow without end. Twenty of them take the server some twelve megabytes.
 */
const mostReleases = 20;

/**
 * The releases whose assets stay on the server after a build, oldest first and `built` last. A page that was opened
 * before the deploy, or a service worker that was being installed, still asks for its own files.
 *
 * `known`: what this returned after the last build. `found`: the assets that lie there and are not of this build; those
 * that no release knows (copied in from another machine's build) count as the oldest.
 */
export function aliveReleases(
  known: readonly Release[],
  found: readonly string[],
  built: readonly string[],
  most = mostReleases,
): Release[] {
  const recorded = new Set(known.flat());
  const strangers = found.filter((name) => !recorded.has(name)).sort();
  const now = [...built].sort();
  const earlier = [...(strangers.length > 0 ? [strangers] : []), ...known];
  return [...earlier.filter((release) => !sameNames(release, now)), now].slice(-most);
}

const sameNames = (a: Release, b: Release): boolean => a.length === b.length && a.every((name, i) => name === b[i]);
