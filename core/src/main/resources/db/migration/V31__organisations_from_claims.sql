-- the organisation of the people to whom a mapping applies; null for none: it stays as it is arranged here
alter table claim_mapping add column organisation_id varchar(40) references organisation (id);

-- the organisation that a mapping has given the person of an account, which goes when no mapping names one any more
alter table federated_account add column given_organisation_id varchar(40) references organisation (id);

-- administrators, coordination and auditors have their rights in all offices, so their mappings name none: one that
-- names an office has had that effect all the time and now says so
delete from claim_mapping
  where role in ('ADMIN', 'COORDINATION', 'AUDITOR')
    and exists (
      select 1 from claim_mapping other
        where other.claim_value = claim_mapping.claim_value
          and other.role = claim_mapping.role
          and other.office_id < claim_mapping.office_id
    );
update claim_mapping set office_id = '' where role in ('ADMIN', 'COORDINATION', 'AUDITOR');
