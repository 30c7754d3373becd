"""The settings: one dialog, and a file for each of its sections.

A new setting is a field of `core.settings.Settings`, and one line in the section it belongs to:
`self.add_switch("field", self.tr("What it does"))`. A new section is a file here and a line in
`dialog.SettingsDialog._sections`.
"""
