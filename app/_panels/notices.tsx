'use client'
import { useAtomValue } from 'jotai'
import { decodedAtom } from '../_state/url'
import { useMissingPack } from '../_state/workspace'
import { later } from '../_ui/later'

const NoticeList = later(() => import('../_parts/notice-list').then((own) => own.NoticeList))

/** What a link held that could not be used, if anything. */
export function Notices() {
  const { dropped } = useAtomValue(decodedAtom)
  return (useMissingPack() !== null || dropped.length > 0) && <NoticeList />
}
