import { useRef } from 'react'

/** The list given first, for as long as the lists that follow have the same members: keeps memos alive. */
export function useSameList<Member>(list: readonly Member[]): readonly Member[] {
  const kept = useRef(list)
  const isSame =
    kept.current.length === list.length && list.every((member, place) => kept.current[place] === member)
  if (!isSame) kept.current = list
  return kept.current
}
