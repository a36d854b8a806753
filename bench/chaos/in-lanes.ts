/** So many at a time: each lane takes the next one as soon as it is done with the one before. */
export async function inLanes<T>(
  things: readonly T[],
  lanes: number,
  work: (thing: T, lane: number) => Promise<void>,
): Promise<void> {
  const left = things.values()
  const walk = async (lane: number) => {
    for (const thing of left) await work(thing, lane)
  }
  await Promise.all(Array.from({ length: lanes }, (_, lane) => walk(lane)))
}
