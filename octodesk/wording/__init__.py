# SPDX-License-Identifier: EUPL-1.2
"""Sentences that window and command line both say: about edits, refusals, conflicts, files and databases.

Below this only codes and facts are known. Every sentence is made when asked, in the program's language of that moment.
"""
