import { useAtomValue } from 'jotai'
import { useTranslations } from 'use-intl'
import { decimalsOfTwoDigits, linkReading, type LinkReading } from '../../lib/explain/link-reading'
import { formatNumber, formatStart, formatWritten } from '../../lib/format'
import type { Link } from '../../lib/pack/schema'
import { variantsAtom } from '../_state/atoms'
import { modelAtom } from '../_state/url'
import { useText } from '../_state/workspace'

/** Puts links, and the variables at their ends, into words. */
export function useLinkWords() {
  const t = useTranslations('links')
  const { text, locale } = useText()
  const { pack } = useAtomValue(modelAtom)
  const variableOf = (id: string) => pack.variables.find((variable) => variable.id === id)
  const name = (id: string) => {
    const variable = variableOf(id)
    return variable ? text(variable.label) : id
  }
  const strength = ({ strength }: Pick<Link, 'strength'>) => `×${formatWritten(strength, locale)}`
  return {
    name,
    strength,
    lagShort: ({ lag }: Pick<Link, 'lag'>) => t('lagShort', { n: lag }),
    /** A link as one hears it. */
    link: (link: Pick<Link, 'from' | 'to' | 'strength' | 'lag'>) =>
      t('spoken', {
        from: name(link.from),
        to: name(link.to),
        negative: String(link.strength < 0),
        strength: strength(link),
        n: link.lag,
      }),
    /** A variable as one hears it, with how many links touch it. */
    variable: (id: string) =>
      t('spokenVariable', {
        name: name(id),
        kind: variableOf(id)?.kind ?? 'indicator',
        into: pack.links.filter(({ to }) => to === id).length,
        out: pack.links.filter(({ from }) => from === id).length,
      }),
  }
}

/** Reads a link off an example: "If “A” rises by 10%, “B” rises by 3.9% a year later." */
export function useLinkReading(): (link: Link) => string {
  const t = useTranslations('links')
  const { text, locale } = useText()
  const model = useAtomValue(modelAtom)
  const variants = useAtomValue(variantsAtom)
  const number = (value: number) => formatNumber(Math.abs(value), decimalsOfTwoDigits(value), locale)
  // A decimal more than elsewhere: what one link does is small.
  const ends = ({ scale, before, after }: LinkReading['source']) => ({
    before: formatStart(scale, before, locale),
    after: formatStart(scale, after, locale),
  })
  return (link) => {
    const [from, to] = [link.from, link.to].map((id) => model.variables[model.indexOf.get(id) ?? -1])
    if (!from || !to) return ''
    const { source, target } = linkReading(model, link, variants)
    const by = source.scale === 'level' ? number(source.change) : `${number(100 * source.change)}%`
    const given = t('given', { scale: source.scale, name: text(from.label), by, ...ends(source) })
    const change = target.scale === 'level' ? number(target.change) : `${number(100 * target.change)}%`
    const way = target.change < 0 ? 'falls' : target.change > 0 ? 'rises' : 'stays'
    const then = t('then', { scale: target.scale, way, name: text(to.label), by: change, ...ends(target) })
    return t('reading', { given, then, n: link.lag })
  }
}
