#!/usr/bin/env python3
"""The heavy day as one DuckDB script would do it: by_hand.py LANDING DATE OUT; pip install duckdb.

Events are read, typed and de-duplicated by their keys, and written; contacts are made of them, one a visit,
and written. It knows these three sources and nothing else: no raw records are kept, none is set aside with a
reason, no file is accounted for, nothing can be told again.
"""
import gzip
import pathlib
import sys
import xml.etree.ElementTree as xml

import duckdb

landing, date, out = pathlib.Path(sys.argv[1]), sys.argv[2], pathlib.Path(sys.argv[3])
out.mkdir(parents=True)
db = duckdb.connect()
db.execute("set memory_limit = '8GB'; set threads = 2")

db.execute(f"""
create table web as
select regexp_extract(filename, '([^/]*)[.]jsonl', 1) as account, event_timestamp::bigint as told_at, event_name,
  user_pseudo_id, user_id,
  list_filter(event_params, lambda p: p.key = 'ga_session_id')[1].value.int_value as session,
  list_filter(event_params, lambda p: p.key = 'medium')[1].value.string_value as medium,
  list_filter(event_params, lambda p: p.key = 'campaign')[1].value.string_value as campaign,
  list_filter(event_params, lambda p: p.key = 'session_engaged')[1].value.int_value = '1' as engaged,
  case when event_name = 'purchase' then ecommerce.transaction_id end as order_id
from read_json('{landing}/ga4_events/{date}/*.jsonl.gz', format = 'newline_delimited', filename = true,
  columns = {{event_timestamp: 'varchar', event_name: 'varchar', user_pseudo_id: 'varchar', user_id: 'varchar',
    event_params: 'struct(key varchar, value struct(int_value varchar, string_value varchar))[]',
    ecommerce: 'struct(transaction_id varchar)'}})
qualify row_number() over (partition by account, event_timestamp, event_name, user_pseudo_id) = 1
""")
db.execute(f"""
create table app as
select app_id, event_timestamp::bigint as told_at, event_name, user_pseudo_id, user_id, ga_session_id as session,
  medium, campaign, transaction_id as order_id
from read_csv('{landing}/app_events/{date}/events.csv.gz', all_varchar = true)
qualify row_number() over (partition by user_pseudo_id, event_timestamp, event_name) = 1
""")


def mails():
    campaign = {}
    with gzip.open(landing / "mail_activity" / date / "campaigns.xml.gz") as file:
        for event, element in xml.iterparse(file, ("start", "end")):
            if event == "start" and element.tag == "campaign":
                campaign = dict(element.attrib)
            elif event == "end" and element.tag == "recipient":
                for activity in element.findall("activity"):
                    yield (campaign["id"], campaign["brand"], campaign["title"], element.get("email_id"),
                           activity.findtext("action"), activity.findtext("timestamp"))
                element.clear()


with open(out / "mail.csv", "w", encoding="utf-8") as file:
    file.writelines("\t".join(row) + "\n" for row in mails())
db.execute(f"""
create table mail as
select * from read_csv('{out}/mail.csv', delim = '\t', header = false,
  names = ['id', 'brand', 'title', 'email', 'action', 'told_at'], all_varchar = true)
""")
(out / "mail.csv").unlink()

db.execute("""
create table touchpoints as
select 'ga4/' || account || '/' || user_pseudo_id || '/' || session as key, account as brand,
  min(user_id) as customer, min_by(medium, told_at) as medium, min_by(campaign, told_at) as campaign, 'visit' as kind,
  make_timestamp(min(told_at)) as happened_at, make_timestamp(max(told_at)) as ended_at, max(engaged) as engaged,
  min(order_id) as order_id
from web group by account, user_pseudo_id, session
union all
select 'app/' || app_id || '/' || user_pseudo_id || '/' || session, split_part(app_id, '.', 3), min(user_id),
  min_by(medium, told_at), min_by(campaign, told_at), 'visit', make_timestamp(min(told_at)), make_timestamp(max(told_at)), null,
  min(order_id)
from app group by app_id, user_pseudo_id, session
union all
select distinct id || '/' || email || '/' || action || '/' || told_at, brand, email, 'email', title, action,
  told_at::timestamptz::timestamp, told_at::timestamptz::timestamp, null, null
from mail
""")
for table in ("web", "app", "mail", "touchpoints"):
    db.execute(f"copy {table} to '{out}/{table}.parquet' (format parquet)")
print(db.execute("select count(*) from touchpoints").fetchone()[0])
