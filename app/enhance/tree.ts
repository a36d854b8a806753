/** What is above an open answer: the item it stands in, and the others of its list. */
const others = (details: Element): Element[] => {
  const item = details.closest('li')
  return item ? [...(item.parentElement?.children ?? [])].filter((one) => one !== item) : []
}

/** An answer that was given leaves the others aside; taken back, they are there again. Nothing is remembered. */
function follow(tree: HTMLElement): void {
  const ways = tree.querySelector<HTMLElement>('[data-tree-ways]')
  const open = () => [...tree.querySelectorAll<HTMLDetailsElement>('details[open]')]
  const settle = () => {
    for (const details of tree.querySelectorAll('details'))
      for (const item of others(details)) item.toggleAttribute('hidden', false)
    for (const details of open()) for (const item of others(details)) item.toggleAttribute('hidden', true)
    if (ways) ways.hidden = open().length === 0
  }
  // "toggle" does not bubble, but it is heard on the way down.
  tree.addEventListener(
    'toggle',
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement)) return
      if (!target.open) for (const below of target.querySelectorAll('details')) below.open = false
      settle()
      if (target.open) target.querySelector<HTMLElement>('[data-tree-title]')?.focus()
    },
    { capture: true },
  )
  tree.addEventListener('click', ({ target }) => {
    const way = target instanceof Element ? target.closest<HTMLElement>('[data-tree-way]')?.dataset['treeWay'] : null
    if (!way) return
    const last = way === 'back' ? open().at(-1) : open()[0]
    if (!last) return
    last.open = false
    last.querySelector('summary')?.focus()
  })
  settle()
}

for (const tree of document.querySelectorAll<HTMLElement>('[data-tree]')) follow(tree)
