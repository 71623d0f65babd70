# SPDX-License-Identifier: EUPL-1.2
"""What a user can do: functions that look at a document and give an Edit, or raise Refused with a reason and facts.

None of them writes; the desk applies what they give. An Edit without changes means that all is so already.
"""
