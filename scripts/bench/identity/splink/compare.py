#!/usr/bin/env python3
"""Splink on a labelled file, well configured, for comparison with Tributary in the same run.

pip install splink pandas; then: compare.py {febrl3,febrl3-soc,fake_1000,chicago,RLdata500,population} FOLDER
(population: the folder of a population.csv that ../population made)
Prints pairwise precision, recall and F1 of connected components at thresholds, from one contingency table.
"""
import sys
import time

import pandas as pd
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

THRESHOLDS = [0.5, 0.7, 0.82, 0.9, 0.95, 0.99, 0.999, 0.9999]


def febrl(folder, with_number):
    frame = pd.read_csv(f"{folder}/febrl3.csv", dtype=str, skipinitialspace=True)
    frame.columns = [name.strip() for name in frame.columns]
    frame = frame.map(lambda text: text.strip() if isinstance(text, str) else text).replace("", None)
    frame = frame.rename(columns={"rec_id": "unique_id"})
    frame["truth"] = frame.unique_id.str.split("-").str[1]
    comparisons = [
        cl.NameComparison("given_name"),
        cl.NameComparison("surname"),
        cl.DamerauLevenshteinAtThresholds("date_of_birth", [1, 2]),
        cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
        cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("address_1", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("address_2", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("suburb", [0.9, 0.8]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("state"),
    ]
    if with_number:
        comparisons.append(cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]))
    rules = [
        block_on("given_name", "surname"), block_on("date_of_birth"), block_on("postcode", "suburb"),
        block_on("given_name", "postcode"), block_on("surname", "postcode"), block_on("address_1", "street_number"),
        block_on("given_name", "suburb"), block_on("surname", "suburb"), block_on("address_2", "postcode"),
    ] + ([block_on("soc_sec_id")] if with_number else [])
    prior = [block_on("given_name", "surname", "date_of_birth"), block_on("date_of_birth", "address_1")]
    training = [block_on("date_of_birth"), block_on("given_name", "surname"), block_on("postcode", "suburb")]
    return frame, comparisons, rules, prior, training


def fake_1000(folder):
    frame = pd.read_csv(f"{folder}/fake_1000.csv", dtype=str).rename(columns={"cluster": "truth"})
    comparisons = [
        cl.NameComparison("first_name"),
        cl.NameComparison("surname"),
        cl.DateOfBirthComparison("dob", input_is_string=True),
        cl.ExactMatch("city").configure(term_frequency_adjustments=True),
        cl.EmailComparison("email"),
    ]
    rules = [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email"), block_on("city")]
    prior = [block_on("first_name", "surname", "dob"), block_on("email")]
    return frame, comparisons, rules, prior, [block_on("first_name", "surname"), block_on("dob"), block_on("email")]


def chicago(folder):
    frame = pd.read_csv(f"{folder}/chicago_early_childhood.csv", dtype=str)
    frame = frame.rename(columns={"Id": "unique_id", "True Id": "truth", "Site name": "site", "Address": "street",
                                  "Zip": "zip", "Phone": "phone"})[["unique_id", "truth", "site", "street", "zip", "phone"]]
    for column in ["site", "street"]:
        frame[column] = (frame[column].str.lower().str.replace(r"[^a-z0-9]+", " ", regex=True).str.strip())
    frame["phone"] = frame.phone.str.replace(r"\D", "", regex=True)
    frame = frame.replace("", None)
    frame["site_start"] = frame.site.str[:5]
    frame["street_start"] = frame.street.str[:6]
    comparisons = [
        cl.JaroWinklerAtThresholds("site", [0.92, 0.85, 0.75]).configure(term_frequency_adjustments=True),
        cl.JaroWinklerAtThresholds("street", [0.95, 0.88, 0.8]).configure(term_frequency_adjustments=True),
        cl.ExactMatch("zip").configure(term_frequency_adjustments=True),
        cl.DamerauLevenshteinAtThresholds("phone", [1, 2]).configure(term_frequency_adjustments=True),
    ]
    rules = [block_on("site_start"), block_on("street_start"), block_on("phone"), block_on("site"), block_on("street")]
    return frame, comparisons, rules, [block_on("phone", "street"), block_on("site", "street")], [
        block_on("phone"), block_on("street"), block_on("site")]


def rldata(folder):
    frame = pd.read_csv(f"{folder}/RLdata500.csv", dtype=str)
    frame = frame.rename(columns={"rec_id": "unique_id", "true_entity_id": "truth", "fname_c1": "first_name", "lname_c1": "surname"})
    frame["dob"] = frame.by + "-" + frame.bm.str.zfill(2) + "-" + frame.bd.str.zfill(2)
    comparisons = [cl.NameComparison("first_name"), cl.NameComparison("surname"), cl.DateOfBirthComparison("dob", input_is_string=True)]
    rules = [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("by", "bm"), block_on("by", "bd")]
    return frame, comparisons, rules, [block_on("first_name", "surname"), block_on("dob", "surname")], [
        block_on("first_name"), block_on("dob")]


def population(folder):
    frame = pd.read_csv(f"{folder}/population.csv", dtype=str).rename(columns={"record": "unique_id", "person": "truth"})
    frame["phone"] = frame.phone.str.replace(r"\D", "", regex=True)
    frame["home"] = frame.street + " " + frame.city
    comparisons = [
        cl.NameComparison("given").configure(term_frequency_adjustments=True),
        cl.NameComparison("family").configure(term_frequency_adjustments=True),
        cl.DateOfBirthComparison("born", input_is_string=True),
        cl.EmailComparison("email"),
        cl.DamerauLevenshteinAtThresholds("phone", [1, 2]),
        cl.JaroWinklerAtThresholds("home", [0.95, 0.88]).configure(term_frequency_adjustments=True),
    ]
    rules = [block_on("given", "family"), block_on("given", "born"), block_on("family", "born"), block_on("email"),
             block_on("phone"), block_on("street", "city"), block_on("family", "postcode"), block_on("given", "postcode")]
    prior = [block_on("given", "family", "born"), block_on("email", "given")]
    return frame, comparisons, rules, prior, [block_on("given", "family"), block_on("born"), block_on("email")]


def pairs(sizes):
    return int((sizes * (sizes - 1) // 2).sum())


def main():
    name, folder = sys.argv[1], sys.argv[2]
    data = {"febrl3": lambda: febrl(folder, False), "febrl3-soc": lambda: febrl(folder, True),
            "fake_1000": lambda: fake_1000(folder), "chicago": lambda: chicago(folder), "RLdata500": lambda: rldata(folder),
            "population": lambda: population(folder)}
    frame, comparisons, rules, prior, training = data[name]()
    start, begun = time.process_time(), time.time()
    settings = SettingsCreator(link_type="dedupe_only", comparisons=comparisons,
                               blocking_rules_to_generate_predictions=rules, retain_intermediate_calculation_columns=False)
    api = DuckDBAPI()
    try:
        linker = Linker(frame, settings, db_api=api)
    except Exception:
        linker = Linker(api.register(frame), settings)
    linker.training.estimate_probability_two_random_records_match(prior, recall=0.8)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6, seed=1)
    for rule in training:
        linker.training.estimate_parameters_using_expectation_maximisation(rule)
    scored = linker.inference.predict(threshold_match_probability=0.01)
    truth = frame.set_index("unique_id").truth
    print(f"{name}: true pairs {pairs(truth.value_counts())}")
    for threshold in THRESHOLDS:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(scored, threshold).as_pandas_dataframe()
        clusters["truth"] = clusters.unique_id.map(truth)
        found, right = pairs(clusters.cluster_id.value_counts()), pairs(clusters.groupby(["cluster_id", "truth"]).size())
        true = pairs(truth.value_counts())
        print(f"  CC >= {threshold}: P {right / max(found, 1):.4f} R {right / true:.4f} F1 {2 * right / (true + found):.4f} wrong {found - right}")
    print(f"  CPU {time.process_time() - start:.1f} s, wall {time.time() - begun:.1f} s")


main()
