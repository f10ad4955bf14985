import { useState } from 'react'
import { calls } from './calls.ts'
import { Field } from '#ui/field.tsx'
import { Fields } from '#ui/fields.tsx'
import { fieldId, useFieldValue, useFormAround } from '#ui/form.tsx'
import { Part } from '#ui/parts.tsx'
import { type Suggest, TokenField } from '#ui/token-field.tsx'
import { currencies } from './currencies.ts'
import { ageBands } from '#vocabulary/person-aggregate.ts'
import { credibilities, reliabilities } from '#vocabulary/admiralty.ts'
import { legRoles, type Relation, relationKinds } from '../content.ts'
import { form as formData } from '../form.ts'
import { partStates } from './filter-bar.tsx'
import type { Pointed } from './pointed.ts'
import {
  AudienceField,
  MarkingField,
  PlaceField,
  SummaryField,
  TriggersField,
  UrgencyField,
} from './quick-form.tsx'
import { WhenField } from './when-field.tsx'
import { useWords } from './words.ts'

/** The whole form in the groups and the order that the form itself says (`form.ts`, one version after the other). */
export const FullForm = ({ pointed }: { pointed: Pointed }) => {
  const { t } = useWords()
  return formData.groups.map(group => (
    <section className="write-group" key={group.name} aria-labelledby={`group-${group.name}`}>
      <h2 id={`group-${group.name}`}>{t.or(`group.${group.name}`, group.title)}</h2>
      {group.fields.map(({ name }) => (
        <OneField key={name} name={name} pointed={pointed} />
      ))}
    </section>
  ))
}

/** The groups of the form, to go to one of them. */
export const Groups = () => {
  const { t } = useWords()
  return (
    <Part title={t('write.groups')}>
      <ul className="rows">
        {formData.groups.map(({ name, title }) => (
          <li key={name}>
            <a className="link" href={`#group-${name}`}>
              {t.or(`group.${name}`, title)}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  )
}

const OneField = ({ name, pointed }: { name: string; pointed: Pointed }) => {
  const words = useWords()
  const { t } = words
  switch (name) {
    case 'triggers':
      return <TriggersField />
    case 'summary':
      return <SummaryField pointed={pointed} />
    // The title stands beneath the text it is taken from.
    case 'title':
      return null
    case 'urgency':
      return <UrgencyField />
    case 'marking':
      return <MarkingField />
    case 'audience':
      return <AudienceField />
    case 'when':
      return <WhenField />
    case 'place':
      return (
        <>
          <PlaceField />
          <div className="pair">
            <Field path="place.section" kind="text" />
            <Field path="place.crossingPoint" kind="text" />
          </div>
          <div className="pair">
            <Field path="place.coordinates.lat" label={t('field.lat')} hint={t('hint.lat')} short />
            <Field path="place.coordinates.lon" label={t('field.lon')} hint={t('hint.lon')} short />
          </div>
        </>
      )
    case 'persons':
      return <PersonsFields />
    case 'route':
      return <Field path="route" as="list" choices={words.choices('route')} />
    case 'legs':
      return <Legs />
    case 'means':
      return <Field path="means" choices={words.choices('transport')} />
    case 'borderType':
      return <Field path="borderType" as="row" choices={words.choices('border')} />
    case 'trend':
      return <Field path="trend" as="row" choices={words.choices('trend')} />
    case 'documents':
      return <Documents />
    case 'price':
      return <PriceFields />
    case 'grading':
      return <GradingFields />
    case 'askedOf':
      return (
        <Field
          path="askedOf"
          choices={partStates.map(value => ({ value, label: words.country(value), words: value }))}
        />
      )
    case 'relations':
      return <Relations />
    default:
      return <Field path={name} marks={pointed(name)} short />
  }
}

const PersonsFields = () => {
  const { t, countries } = useWords()
  const field = (name: string) => (
    <Field
      key={name}
      path={`persons.${name}`}
      label={t.or(`persons.${name}`, name)}
      hint=""
      kind="number"
      short
    />
  )
  return (
    <>
      <p className="hint">{t('write.persons.hint')}</p>
      <div className="pair">
        <Field path="persons.total" label={t('persons.total')} hint="" short />
        <Field path="persons.estimated" label={t('persons.estimated.field')} hint="" />
      </div>
      <Fields
        at="persons"
        only={['citizenships']}
        overrides={{
          'persons.citizenships.country': {
            kind: 'one',
            as: 'list',
            choices: countries(),
            label: t('persons.citizenship'),
            hint: '',
          },
          'persons.citizenships.number': { label: t('persons.number'), hint: '', short: true },
          'persons.citizenships.established': { label: t('persons.document'), hint: '' },
        }}
      />
      <div className="pair">{['male', 'female', 'minors', 'unaccompanied'].map(field)}</div>
      <fieldset className="field">
        <legend>
          {t('persons.ages')} <span className="field-note">{t('write.optional')}</span>
        </legend>
        <div className="pair bands">
          {ageBands.map(band => (
            <Field
              key={band}
              path={`persons.ages.${band}`}
              label={t('persons.age', { band })}
              hint=""
              short
            />
          ))}
        </div>
      </fieldset>
    </>
  )
}

const Legs = () => {
  const { t, countries, choices } = useWords()
  return (
    <Fields
      only={['legs']}
      overrides={{
        'legs.role': {
          as: 'row',
          label: t('field.legs.role'),
          choices: legRoles.map(value => ({ value, label: t(`leg.${value}`) })),
        },
        'legs.country': {
          kind: 'one',
          as: 'list',
          choices: countries(),
          label: t('write.country'),
          hint: '',
        },
        'legs.place': { label: t('field.legs.place'), hint: '', kind: 'text' },
        'legs.means': { as: 'list', choices: choices('transport'), label: t('field.legs.means'), hint: '' },
        'legs.note': { label: t('field.legs.note'), kind: 'text' },
      }}
    />
  )
}

const Documents = () => {
  const { t, countries, choices } = useWords()
  return (
    <Fields
      only={['documents']}
      overrides={{
        'documents.type': {
          as: 'list',
          choices: choices('document'),
          label: t('field.documents.type'),
          hint: '',
        },
        'documents.issuer': {
          kind: 'one',
          as: 'list',
          choices: countries(),
          label: t('field.documents.issuer'),
          hint: '',
        },
        'documents.fraud': {
          as: 'list',
          choices: choices('fraud'),
          label: t('field.documents.fraud'),
          hint: '',
        },
        'documents.note': { label: t('field.documents.note'), kind: 'text' },
      }}
    />
  )
}

const PriceFields = () => {
  const { t } = useWords()
  const form = useFormAround()
  return (
    <fieldset className="field" id={fieldId(form, 'price')}>
      <legend>
        {t('field.price')} <span className="field-note">{t('write.optional')}</span>
      </legend>
      <p className="hint">{t('hint.price')}</p>
      <div className="pair bands">
        <Field path="price.from" label={t('field.price.from')} hint="" short />
        <Field path="price.to" label={t('field.price.to')} hint="" short />
        <Field
          path="price.currency"
          kind="one"
          as="list"
          label={t('field.price.currency')}
          hint=""
          choices={currencies.map(value => ({ value, label: value }))}
        />
        <Field
          path="price.per"
          as="list"
          label={t('field.price.per')}
          hint=""
          choices={(['person', 'family', 'group', 'leg', 'document'] as const).map(value => ({
            value,
            label: t(`per.${value}`),
          }))}
        />
      </div>
    </fieldset>
  )
}

const GradingFields = () => {
  const { t, code } = useWords()
  return (
    <div className="pair">
      <Field
        path="grading.reliability"
        as="list"
        label={t('field.grading.reliability')}
        hint=""
        choices={reliabilities.map(value => ({ value, label: `${value} ${code('reliability', value)}` }))}
      />
      <Field
        path="grading.credibility"
        as="list"
        label={t('field.grading.credibility')}
        hint=""
        choices={credibilities.map(value => ({ value, label: `${value} ${code('credibility', value)}` }))}
      />
    </div>
  )
}

const suggestWarnings: Suggest = async (typed, signal) => {
  const found = await calls.warnings.suggest.call({ text: typed }, { signal })
  return found.map(({ id, number, title }) => ({
    value: id,
    label: `${number ?? ''} ${title}`.trim(),
  }))
}

/** Earlier warnings this one belongs to, found by number or words. */
const Relations = () => {
  const { t } = useWords()
  const form = useFormAround()
  const value = useFieldValue('relations')
  const relations = Array.isArray(value) ? (value as Relation[]) : []
  const id = fieldId(form, 'relations')
  const [kind, setKind] = useState<Relation['kind']>('same-route')
  return (
    <div className="field">
      <label htmlFor={id}>
        {t('field.relations')} <span className="field-note">{t('write.optional')}</span>
      </label>
      <p className="hint" id={`${id}-hint`}>
        {t('hint.relations')}
      </p>
      <div className="pair">
        <div>
          <TokenField
            id={id}
            label={t('field.relations')}
            value={relations.map(relation => relation.id)}
            onChange={ids =>
              form.set(
                'relations',
                ids.map(each => relations.find(relation => relation.id === each) ?? { id: each, kind }),
              )
            }
            suggest={suggestWarnings}
            describedBy={`${id}-hint`}
            most={20}
          />
        </div>
        <div>
          <label htmlFor={`${id}-kind`}>{t('field.relations.kind')}</label>
          <span className="select">
            <select
              className="input"
              id={`${id}-kind`}
              value={kind}
              onChange={event => setKind(event.target.value as Relation['kind'])}
            >
              {relationKinds.map(each => (
                <option key={each} value={each}>
                  {t(`relation.${each}`)}
                </option>
              ))}
            </select>
          </span>
        </div>
      </div>
    </div>
  )
}
