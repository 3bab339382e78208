-- Made by bin/snapshot, never by hand: the database as all migrations leave it. bin/setup loads it.
PRAGMA foreign_keys = OFF;
BEGIN;
CREATE TABLE "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL);
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL);
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE);
CREATE TABLE "accounts_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "email" varchar(254) NULL UNIQUE, "phone" varchar(128) NULL UNIQUE, "phone_verified" bool NOT NULL, "first_name" varchar(255) NOT NULL, "last_name" varchar(255) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL, CONSTRAINT "user_has_phone_or_email" CHECK (("email" IS NOT NULL OR "phone" IS NOT NULL)));
CREATE TABLE "accounts_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "accounts_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailconfirmation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created" datetime NOT NULL, "sent" datetime NULL, "key" varchar(64) NOT NULL UNIQUE, "email_address_id" integer NOT NULL REFERENCES "account_emailaddress" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "account_emailaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "verified" bool NOT NULL, "primary" bool NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "email" varchar(254) NOT NULL);
CREATE TABLE "address_country" ("iso_3166_1_a2" varchar(2) NOT NULL PRIMARY KEY, "iso_3166_1_a3" varchar(3) NOT NULL, "iso_3166_1_numeric" varchar(3) NOT NULL, "name" varchar(128) NOT NULL, "display_order" smallint unsigned NOT NULL CHECK ("display_order" >= 0), "is_shipping_country" bool NOT NULL, "printable_name" varchar(128) NOT NULL);
CREATE TABLE "address_useraddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(64) NOT NULL, "first_name" varchar(255) NOT NULL, "last_name" varchar(255) NOT NULL, "line1" varchar(255) NOT NULL, "line2" varchar(255) NOT NULL, "line3" varchar(255) NOT NULL, "line4" varchar(255) NOT NULL, "state" varchar(255) NOT NULL, "postcode" varchar(64) NOT NULL, "search_text" text NOT NULL, "phone_number" varchar(128) NOT NULL, "notes" text NOT NULL, "is_default_for_shipping" bool NOT NULL, "is_default_for_billing" bool NOT NULL, "hash" varchar(255) NOT NULL, "date_created" datetime NOT NULL, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "num_orders_as_shipping_address" integer unsigned NOT NULL CHECK ("num_orders_as_shipping_address" >= 0), "num_orders_as_billing_address" integer unsigned NOT NULL CHECK ("num_orders_as_billing_address" >= 0), "code" varchar(255) NULL UNIQUE);
CREATE TABLE "django_admin_log" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" text NULL, "object_repr" varchar(200) NOT NULL, "action_flag" smallint unsigned NOT NULL CHECK ("action_flag" >= 0), "change_message" text NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "action_time" datetime NOT NULL);
CREATE TABLE "catalogue_productattribute" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL, "code" varchar(128) NOT NULL, "type" varchar(20) NOT NULL, "required" bool NOT NULL, "option_group_id" bigint NULL REFERENCES "catalogue_attributeoptiongroup" ("id") DEFERRABLE INITIALLY DEFERRED, "product_class_id" bigint NULL REFERENCES "catalogue_productclass" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_productcategory" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "category_id" bigint NOT NULL REFERENCES "catalogue_category" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_productclass" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL, "slug" varchar(128) NOT NULL UNIQUE, "requires_shipping" bool NOT NULL, "track_stock" bool NOT NULL);
CREATE TABLE "catalogue_productclass_options" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "productclass_id" bigint NOT NULL REFERENCES "catalogue_productclass" ("id") DEFERRABLE INITIALLY DEFERRED, "option_id" bigint NOT NULL REFERENCES "catalogue_option" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_product_product_options" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "option_id" bigint NOT NULL REFERENCES "catalogue_option" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "alerting_contact" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "phone" varchar(128) NOT NULL, "language" varchar(5) NOT NULL, "alert_id" bigint NOT NULL UNIQUE REFERENCES "customer_productalert" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "analytics_userrecord" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "num_product_views" integer unsigned NOT NULL CHECK ("num_product_views" >= 0), "num_basket_additions" integer unsigned NOT NULL CHECK ("num_basket_additions" >= 0), "num_orders" integer unsigned NOT NULL CHECK ("num_orders" >= 0), "num_order_lines" integer unsigned NOT NULL CHECK ("num_order_lines" >= 0), "num_order_items" integer unsigned NOT NULL CHECK ("num_order_items" >= 0), "total_spent" decimal NOT NULL, "date_last_order" datetime NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "analytics_usersearch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "query" varchar(255) NOT NULL, "date_created" datetime NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "analytics_userproductview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "date_created" datetime NOT NULL, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "analytics_productrecord" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "num_views" integer unsigned NOT NULL CHECK ("num_views" >= 0), "num_basket_additions" integer unsigned NOT NULL CHECK ("num_basket_additions" >= 0), "num_purchases" integer unsigned NOT NULL CHECK ("num_purchases" >= 0), "score" real NOT NULL, "product_id" bigint NOT NULL UNIQUE REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "basket_basket" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(128) NOT NULL, "date_created" datetime NOT NULL, "date_merged" datetime NULL, "date_submitted" datetime NULL, "owner_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_orderdiscount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "category" varchar(64) NOT NULL, "offer_id" integer unsigned NULL CHECK ("offer_id" >= 0), "offer_name" varchar(128) NOT NULL, "voucher_id" integer unsigned NULL CHECK ("voucher_id" >= 0), "voucher_code" varchar(128) NOT NULL, "frequency" integer unsigned NULL CHECK ("frequency" >= 0), "amount" decimal NOT NULL, "message" text NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_ordernote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "note_type" varchar(128) NOT NULL, "message" text NOT NULL, "date_created" datetime NOT NULL, "date_updated" datetime NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_paymenteventquantity" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "event_id" bigint NOT NULL REFERENCES "order_paymentevent" ("id") DEFERRABLE INITIALLY DEFERRED, "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_paymenteventtype" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL UNIQUE, "code" varchar(128) NOT NULL UNIQUE);
CREATE TABLE "order_shippingeventquantity" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "event_id" bigint NOT NULL REFERENCES "order_shippingevent" ("id") DEFERRABLE INITIALLY DEFERRED, "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_shippingeventtype" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL UNIQUE, "code" varchar(128) NOT NULL UNIQUE);
CREATE TABLE "order_lineprice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "price_incl_tax" decimal NOT NULL, "price_excl_tax" decimal NOT NULL, "shipping_incl_tax" decimal NOT NULL, "shipping_excl_tax" decimal NOT NULL, "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "tax_code" varchar(64) NULL);
CREATE TABLE "offer_range_classes" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "productclass_id" bigint NOT NULL REFERENCES "catalogue_productclass" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_range_excluded_products" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_range_included_categories" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "category_id" bigint NOT NULL REFERENCES "catalogue_category" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_rangeproduct" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "display_order" integer NOT NULL, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_range" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL UNIQUE, "slug" varchar(128) NOT NULL UNIQUE, "description" text NOT NULL, "is_public" bool NOT NULL, "includes_all_products" bool NOT NULL, "proxy_class" varchar(255) NULL UNIQUE, "date_created" datetime NOT NULL);
CREATE TABLE "voucher_voucher_offers" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "voucher_id" bigint NOT NULL REFERENCES "voucher_voucher" ("id") DEFERRABLE INITIALLY DEFERRED, "conditionaloffer_id" bigint NOT NULL REFERENCES "offer_conditionaloffer" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "basket_basket_vouchers" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "basket_id" bigint NOT NULL REFERENCES "basket_basket" ("id") DEFERRABLE INITIALLY DEFERRED, "voucher_id" bigint NOT NULL REFERENCES "voucher_voucher" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "basket_line" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "line_reference" varchar(128) NOT NULL, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "price_currency" varchar(12) NOT NULL, "price_excl_tax" decimal NULL, "price_incl_tax" decimal NULL, "date_created" datetime NOT NULL, "basket_id" bigint NOT NULL REFERENCES "basket_basket" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "stockrecord_id" bigint NOT NULL REFERENCES "partner_stockrecord" ("id") DEFERRABLE INITIALLY DEFERRED, "date_updated" datetime NOT NULL, "tax_code" varchar(64) NULL);
CREATE TABLE "basket_lineattribute" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "line_id" bigint NOT NULL REFERENCES "basket_line" ("id") DEFERRABLE INITIALLY DEFERRED, "option_id" bigint NOT NULL REFERENCES "catalogue_option" ("id") DEFERRABLE INITIALLY DEFERRED, "value" text NOT NULL CHECK ((JSON_VALID("value") OR "value" IS NULL)));
CREATE TABLE "partner_partner_users" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "partner_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "partner_stockalert" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "threshold" integer unsigned NOT NULL CHECK ("threshold" >= 0), "status" varchar(128) NOT NULL, "date_closed" datetime NULL, "stockrecord_id" bigint NOT NULL REFERENCES "partner_stockrecord" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "partner_partneraddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(64) NOT NULL, "first_name" varchar(255) NOT NULL, "last_name" varchar(255) NOT NULL, "line1" varchar(255) NOT NULL, "line2" varchar(255) NOT NULL, "line3" varchar(255) NOT NULL, "line4" varchar(255) NOT NULL, "state" varchar(255) NOT NULL, "postcode" varchar(64) NOT NULL, "search_text" text NOT NULL, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL);
CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL);
CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL);
CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL);
CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE);
CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" bigint NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)));
CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"));
CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL);
CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailcore_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "key_hash" varchar(64) NOT NULL UNIQUE, "prefix" varchar(16) NOT NULL, "created" datetime NOT NULL, "revoked_at" datetime NULL, "last_used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"));
CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE);
CREATE TABLE "catalogue_productattributevalue_value_multi_option" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "productattributevalue_id" bigint NOT NULL REFERENCES "catalogue_productattributevalue" ("id") DEFERRABLE INITIALLY DEFERRED, "attributeoption_id" bigint NOT NULL REFERENCES "catalogue_attributeoption" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_productrecommendation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "primary_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "recommendation_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "ranking" smallint unsigned NOT NULL CHECK ("ranking" >= 0));
CREATE TABLE "catalogue_option" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "type" varchar(255) NOT NULL, "required" bool NOT NULL, "name" varchar(128) NOT NULL, "help_text" varchar(255) NULL, "option_group_id" bigint NULL REFERENCES "catalogue_attributeoptiongroup" ("id") DEFERRABLE INITIALLY DEFERRED, "order" integer NULL);
CREATE TABLE "catalogue_productattributevalue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "value_text" text NULL, "value_integer" integer NULL, "value_float" real NULL, "value_richtext" text NULL, "value_date" date NULL, "value_file" varchar(255) NULL, "value_image" varchar(255) NULL, "entity_object_id" integer unsigned NULL CHECK ("entity_object_id" >= 0), "attribute_id" bigint NOT NULL REFERENCES "catalogue_productattribute" ("id") DEFERRABLE INITIALLY DEFERRED, "entity_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "value_option_id" bigint NULL REFERENCES "catalogue_attributeoption" ("id") DEFERRABLE INITIALLY DEFERRED, "value_datetime" datetime NULL, "value_boolean" bool NULL);
CREATE TABLE "catalogue_attributeoption" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "option" varchar(255) NOT NULL, "group_id" bigint NOT NULL REFERENCES "catalogue_attributeoptiongroup" ("id") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "catalogue_attributeoptiongroup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "catalogue_productimage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "original" varchar(255) NOT NULL, "caption" varchar(200) NOT NULL, "display_order" integer unsigned NOT NULL CHECK ("display_order" >= 0), "date_created" datetime NOT NULL, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "catalogue_category" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL, "description" text NOT NULL, "image" varchar(255) NULL, "slug" varchar(255) NOT NULL, "ancestors_are_public" bool NOT NULL, "is_public" bool NOT NULL, "meta_description" text NULL, "meta_title" varchar(255) NULL, "code" varchar(255) NULL UNIQUE, "exclude_from_menu" bool NOT NULL, "long_description" text NOT NULL);
CREATE TABLE "catalogue_criteriageneration" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "legal_basis" varchar(200) NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL);
CREATE TABLE "catalogue_synonym" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "word" varchar(60) NOT NULL UNIQUE, "meaning" varchar(60) NOT NULL);
CREATE TABLE "catalogue_picture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "description" varchar(255) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "file_hash" varchar(40) NOT NULL, "illustration" bool NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_productgroup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(20) NOT NULL UNIQUE, "sector_number" smallint unsigned NOT NULL CHECK ("sector_number" >= 0), "sector" varchar(120) NOT NULL, "name" varchar(160) NOT NULL, "legal_class" varchar(12) NOT NULL, "verified" bool NOT NULL, "generation_id" bigint NOT NULL REFERENCES "catalogue_criteriageneration" ("id") DEFERRABLE INITIALLY DEFERRED, "name_en" varchar(160) NULL, "name_vi" varchar(160) NULL, "sector_en" varchar(120) NULL, "sector_vi" varchar(120) NULL);
CREATE TABLE "catalogue_productgroup_successors" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_productgroup_id" bigint NOT NULL REFERENCES "catalogue_productgroup" ("id") DEFERRABLE INITIALLY DEFERRED, "to_productgroup_id" bigint NOT NULL REFERENCES "catalogue_productgroup" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_productpicture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" smallint unsigned NOT NULL CHECK ("sort_order" >= 0), "picture_id" bigint NOT NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "catalogue_picturerendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "filter_spec" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "image_id" bigint NOT NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_rendition_per_filter" UNIQUE ("image_id", "filter_spec", "focal_point_key"));
CREATE TABLE "partner_area" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(50) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "short_name" varchar(60) NOT NULL, "code" varchar(5) NOT NULL, "valid_to" date NULL, "verified" bool NOT NULL, "folded" varchar(80) NOT NULL);
CREATE TABLE "partner_province" ("code" smallint unsigned NOT NULL PRIMARY KEY CHECK ("code" >= 0), "name" varchar(80) NOT NULL, "kind" varchar(40) NOT NULL, "folded" varchar(80) NOT NULL);
CREATE TABLE "partner_partner" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "name" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "founded" smallint unsigned NULL CHECK ("founded" >= 0), "identity_checked_on" date NULL, "identity_state" varchar(12) NOT NULL, "legal_form" varchar(12) NOT NULL, "old_address" varchar(200) NOT NULL, "phone" varchar(128) NOT NULL, "picture_id" bigint NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "picture_set" text NOT NULL CHECK ((JSON_VALID("picture_set") OR "picture_set" IS NULL)), "story" text NOT NULL, "street" varchar(200) NOT NULL, "tax_code" varchar(20) NOT NULL, "commune_id" varchar(5) NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "partner_commune" ("code" varchar(5) NOT NULL PRIMARY KEY, "name" varchar(80) NOT NULL, "kind" varchar(20) NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL, "folded" varchar(80) NOT NULL, "search_text" text NOT NULL, "area_id" bigint NULL REFERENCES "partner_area" ("id") DEFERRABLE INITIALLY DEFERRED, "province_id" smallint NOT NULL REFERENCES "partner_province" ("code") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "partner_formercommune" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL, "part_only" bool NOT NULL, "folded" varchar(80) NOT NULL, "valid_to" date NOT NULL, "area_id" bigint NOT NULL REFERENCES "partner_area" ("id") DEFERRABLE INITIALLY DEFERRED, "successor_id" varchar(5) NOT NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "former_commune_once_per_successor" UNIQUE ("name", "successor_id"));
CREATE TABLE "catalogue_product" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "structure" varchar(10) NOT NULL, "upc" varchar(64) NULL UNIQUE, "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "description" text NOT NULL, "rating" real NULL, "date_created" datetime NOT NULL, "date_updated" datetime NOT NULL, "is_discountable" bool NOT NULL, "product_class_id" bigint NULL REFERENCES "catalogue_productclass" ("id") DEFERRABLE INITIALLY DEFERRED, "is_public" bool NOT NULL, "meta_description" text NULL, "meta_title" varchar(255) NULL, "priority" smallint NOT NULL, "code" varchar(255) NULL UNIQUE, "abv" decimal NULL, "declaration_number" varchar(80) NOT NULL, "ingredients" text NOT NULL, "legal_class" varchar(12) NOT NULL, "net_quantity" decimal NULL, "net_unit" varchar(6) NOT NULL, "origin" text NOT NULL, "pack" varchar(80) NOT NULL, "picture_set" text NOT NULL CHECK ((JSON_VALID("picture_set") OR "picture_set" IS NULL)), "price" bigint unsigned NULL CHECK ("price" >= 0), "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "shelf_life" varchar(120) NOT NULL, "sold" integer unsigned NOT NULL CHECK ("sold" >= 0), "stars" smallint unsigned NOT NULL CHECK ("stars" >= 0), "stars_from" date NULL, "stars_until" date NULL, "storage" text NOT NULL, "story" text NOT NULL, "vat_note" varchar(80) NOT NULL, "group_id" bigint NULL REFERENCES "catalogue_productgroup" ("id") DEFERRABLE INITIALLY DEFERRED, "search_text" text NOT NULL, "stars_withdrawn" bool NOT NULL, "stage" varchar(30) NOT NULL, "parent_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "product_stars_0_to_5" CHECK (("stars" >= 0 AND "stars" <= 5)), CONSTRAINT "product_stars_have_days" CHECK (("stars" = 0 OR ("stars_from" IS NOT NULL AND "stars_until" >= ("stars_from")))), CONSTRAINT "alcohol_says_its_strength" CHECK ((NOT ("legal_class" = 'alcohol') OR "abv" IS NOT NULL OR "structure" = 'child')), CONSTRAINT "only_shown_products_are_public" CHECK ((NOT "is_public" OR "stage" = 'public')));
CREATE TABLE "cms_textpage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "intro" text NOT NULL, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)), "place" varchar(10) NOT NULL);
CREATE TABLE "cms_homepage" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "eyebrow" varchar(80) NOT NULL, "headline" varchar(120) NOT NULL, "lead" varchar(240) NOT NULL, "fair_title" varchar(120) NOT NULL, "fair_text" text NOT NULL, "outlets_title" varchar(120) NOT NULL, "outlets_text" text NOT NULL, "picture_id" bigint NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cms_homepage_producers" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "homepage_id" integer NOT NULL REFERENCES "cms_homepage" ("page_ptr_id") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "cms_sitesettings" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "operator" varchar(200) NOT NULL, "address" varchar(250) NOT NULL, "phone" varchar(30) NOT NULL, "email" varchar(254) NOT NULL, "establishment" varchar(250) NOT NULL, "registration" varchar(250) NOT NULL, "consumer_hotline" varchar(30) NOT NULL, "site_id" integer NOT NULL UNIQUE REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_communicationevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "event_type_id" bigint NOT NULL REFERENCES "communication_communicationeventtype" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "order_orderstatuschange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "old_status" varchar(100) NOT NULL, "new_status" varchar(100) NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "order_paymentevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "amount" decimal NOT NULL, "reference" varchar(128) NOT NULL, "event_type_id" bigint NOT NULL REFERENCES "order_paymenteventtype" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "shipping_event_id" bigint NULL REFERENCES "order_shippingevent" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "order_shippingevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "notes" text NOT NULL, "event_type_id" bigint NOT NULL REFERENCES "order_shippingeventtype" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "communication_email" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "subject" text NOT NULL, "body_text" text NOT NULL, "body_html" text NOT NULL, "date_sent" datetime NOT NULL, "email" varchar(254) NULL, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "communication_notification" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "subject" varchar(255) NOT NULL, "body" text NOT NULL, "location" varchar(32) NOT NULL, "date_read" datetime NULL, "recipient_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "sender_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "date_sent" datetime NOT NULL);
CREATE TABLE "communication_communicationeventtype" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "category" varchar(255) NOT NULL, "email_subject_template" varchar(255) NULL, "email_body_template" text NULL, "email_body_html_template" text NULL, "sms_template" varchar(170) NULL, "date_created" datetime NOT NULL, "date_updated" datetime NOT NULL, "name" varchar(255) NOT NULL);
CREATE TABLE "office_counter" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "series" varchar(30) NOT NULL, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "last" integer unsigned NOT NULL CHECK ("last" >= 0), CONSTRAINT "one_counter_per_series_and_year" UNIQUE ("series", "year"));
CREATE TABLE "office_job" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(40) NOT NULL, "key" varchar(120) NOT NULL, "payload" text NOT NULL CHECK ((JSON_VALID("payload") OR "payload" IS NULL)), "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "due_at" datetime NOT NULL, "error" text NOT NULL, "made_at" datetime NOT NULL);
CREATE TABLE "office_notice" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sentence" text NOT NULL, "link" varchar(300) NOT NULL, "about" varchar(80) NOT NULL, "made_at" datetime NOT NULL, "read_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "office_stagemove" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" bigint unsigned NOT NULL CHECK ("object_id" >= 0), "before" varchar(30) NOT NULL, "after" varchar(30) NOT NULL, "reason" text NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "office_paper" ("id" char(32) NOT NULL PRIMARY KEY, "name" varchar(120) NOT NULL, "content_type" varchar(40) NOT NULL, "file" varchar(200) NOT NULL, "size" integer unsigned NOT NULL CHECK ("size" >= 0), "sha256" varchar(64) NOT NULL, "public" bool NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "office_holiday" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "closed" bool NOT NULL, "legal_basis" varchar(200) NOT NULL);
CREATE TABLE "office_access" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "what" varchar(60) NOT NULL, "about" varchar(80) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "office_clock" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(60) NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "unit" varchar(8) NOT NULL, "legal_basis" varchar(300) NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL, CONSTRAINT "one_clock_of_a_code_per_day" UNIQUE ("code", "valid_from"));
CREATE TABLE "partner_stockrecord" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "partner_sku" varchar(128) NOT NULL, "price_currency" varchar(12) NOT NULL, "num_in_stock" integer unsigned NULL CHECK ("num_in_stock" >= 0), "num_allocated" integer NULL, "low_stock_threshold" integer unsigned NULL CHECK ("low_stock_threshold" >= 0), "date_created" datetime NOT NULL, "date_updated" datetime NOT NULL, "partner_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "price" decimal NULL, "harvest" varchar(120) NOT NULL, "low_told" bool NOT NULL, "ready_from" date NULL, "ready_in_days" smallint unsigned NULL CHECK ("ready_in_days" >= 0), "supply" varchar(14) NOT NULL, "place_id" bigint NULL REFERENCES "partner_stockplace" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stock_price_not_negative" CHECK ("price" >= '0'), CONSTRAINT "stock_allocated_not_negative" CHECK (("num_allocated" IS NULL OR "num_allocated" >= 0)), CONSTRAINT "stock_never_oversold" CHECK (("num_in_stock" IS NULL OR "num_allocated" IS NULL OR "num_in_stock" >= ("num_allocated"))), CONSTRAINT "stock_made_to_order_says_days" CHECK ((NOT ("supply" = 'made_to_order') OR "ready_in_days" IS NOT NULL)), CONSTRAINT "stock_pre_order_says_the_day" CHECK ((NOT ("supply" = 'pre_order') OR "ready_from" IS NOT NULL)), CONSTRAINT "stock_once_per_product_and_place" UNIQUE ("product_id", "place_id"));
CREATE TABLE "partner_hold" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(60) NOT NULL, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "returned" integer unsigned NOT NULL CHECK ("returned" >= 0), "until" datetime NULL, "state" varchar(10) NOT NULL, "made_at" datetime NOT NULL, "record_id" bigint NOT NULL REFERENCES "partner_stockrecord" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "hold_once_per_key_and_record" UNIQUE ("key", "record_id"), CONSTRAINT "hold_of_something" CHECK ("quantity" > 0), CONSTRAINT "hold_returned_of_what_left" CHECK (("returned" = 0 OR ("returned" <= ("quantity") AND "state" = 'left'))), CONSTRAINT "hold_ends_when_temporary" CHECK ((("state" = 'temporary' AND "until" IS NOT NULL) OR (NOT ("state" = 'temporary') AND "until" IS NULL))));
CREATE TABLE "partner_stockplace" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "kind" varchar(8) NOT NULL, "sends_orders" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "producer_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stock_place_named_once_per_producer" UNIQUE ("producer_id", "name"));
CREATE TABLE "order_surcharge" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL, "code" varchar(128) NOT NULL, "incl_tax" decimal NOT NULL, "excl_tax" decimal NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "tax_code" varchar(64) NULL);
CREATE TABLE "order_lineattribute" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(128) NOT NULL, "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED, "option_id" bigint NULL REFERENCES "catalogue_option" ("id") DEFERRABLE INITIALLY DEFERRED, "value" text NOT NULL CHECK ((JSON_VALID("value") OR "value" IS NULL)));
CREATE TABLE "order_orderlinediscount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "is_incl_tax" bool NOT NULL, "amount" decimal NOT NULL, "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED, "order_discount_id" bigint NOT NULL REFERENCES "order_orderdiscount" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "order_billingaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(64) NOT NULL, "first_name" varchar(255) NOT NULL, "last_name" varchar(255) NOT NULL, "line1" varchar(255) NOT NULL, "line2" varchar(255) NOT NULL, "line3" varchar(255) NOT NULL, "line4" varchar(255) NOT NULL, "state" varchar(255) NOT NULL, "postcode" varchar(64) NOT NULL, "search_text" text NOT NULL, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "order_shippingaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(64) NOT NULL, "first_name" varchar(255) NOT NULL, "last_name" varchar(255) NOT NULL, "line1" varchar(255) NOT NULL, "line2" varchar(255) NOT NULL, "line3" varchar(255) NOT NULL, "line4" varchar(255) NOT NULL, "state" varchar(255) NOT NULL, "postcode" varchar(64) NOT NULL, "search_text" text NOT NULL, "phone_number" varchar(128) NOT NULL, "notes" text NOT NULL, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE);
CREATE TABLE "order_line" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "partner_name" varchar(128) NOT NULL, "partner_sku" varchar(128) NOT NULL, "partner_line_reference" varchar(128) NOT NULL, "partner_line_notes" text NOT NULL, "title" varchar(255) NOT NULL, "upc" varchar(128) NULL, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "line_price_incl_tax" decimal NOT NULL, "line_price_excl_tax" decimal NOT NULL, "line_price_before_discounts_incl_tax" decimal NOT NULL, "line_price_before_discounts_excl_tax" decimal NOT NULL, "unit_price_incl_tax" decimal NULL, "unit_price_excl_tax" decimal NULL, "status" varchar(255) NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "partner_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "stockrecord_id" bigint NULL REFERENCES "partner_stockrecord" ("id") DEFERRABLE INITIALLY DEFERRED, "tax_code" varchar(64) NULL, "allocation_cancelled" bool NOT NULL, "num_allocated" integer unsigned NOT NULL CHECK ("num_allocated" >= 0), "stars" smallint unsigned NOT NULL CHECK ("stars" >= 0), "parcel_id" bigint NULL REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "discount_platform" integer unsigned NOT NULL CHECK ("discount_platform" >= 0), "discount_producer" integer unsigned NOT NULL CHECK ("discount_producer" >= 0), CONSTRAINT "line_discounts_add_up" CHECK ("line_price_before_discounts_incl_tax" = (CAST(((CAST(("line_price_incl_tax" + "discount_platform") AS NUMERIC)) + "discount_producer") AS NUMERIC))));
CREATE TABLE "order_consent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(12) NOT NULL, "text" text NOT NULL, "given_at" datetime NOT NULL, "withdrawn_at" datetime NULL, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "order_id" bigint NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_consent_of_a_kind_per_order" UNIQUE ("order_id", "kind"));
CREATE TABLE "complaints_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "side" varchar(12) NOT NULL, "text" text NOT NULL, "offer" varchar(12) NOT NULL, "stage" varchar(30) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "complaint_id" bigint NOT NULL REFERENCES "complaints_complaint" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "complaints_evidence" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "complaint_id" bigint NOT NULL REFERENCES "complaints_complaint" ("id") DEFERRABLE INITIALLY DEFERRED, "entry_id" bigint NULL REFERENCES "complaints_entry" ("id") DEFERRABLE INITIALLY DEFERRED, "paper_id" char(32) NOT NULL UNIQUE REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "complaints_complaint" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "number" varchar(20) NOT NULL UNIQUE, "key" varchar(64) NOT NULL UNIQUE, "about" varchar(10) NOT NULL, "where" varchar(300) NOT NULL, "subject" varchar(160) NOT NULL, "text" text NOT NULL, "wish" varchar(12) NOT NULL, "vulnerable" bool NOT NULL, "name" varchar(120) NOT NULL, "phone" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "contact_open" bool NOT NULL, "language" varchar(5) NOT NULL, "made_at" datetime NOT NULL, "step_since" datetime NOT NULL, "due_on" date NOT NULL, "passed_to_trade_at" datetime NULL, "reopened_at" datetime NULL, "closed_at" datetime NULL, "outcome" varchar(12) NOT NULL, "outcome_reason" text NOT NULL, "to_forget" bool NOT NULL, "parcel_id" bigint NULL REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "complaint_closed_with_an_outcome" CHECK ((NOT ("stage" = 'closed') OR (NOT ("outcome" = '') AND NOT ("closed_at" IS NULL)))), CONSTRAINT "complaint_names_its_parcel" CHECK ((NOT ("about" = 'parcel') OR NOT ("parcel_id" IS NULL))));
CREATE TABLE "reviews_vote" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "delta" smallint NOT NULL, "date_created" datetime NOT NULL, "review_id" bigint NOT NULL REFERENCES "reviews_productreview" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "django_flatpage" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "url" varchar(100) NOT NULL, "title" varchar(200) NOT NULL, "content" text NOT NULL, "enable_comments" bool NOT NULL, "template_name" varchar(70) NOT NULL, "registration_required" bool NOT NULL);
CREATE TABLE "django_flatpage_sites" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "flatpage_id" integer NOT NULL REFERENCES "django_flatpage" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "django_site" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "customer_productalert" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "email" varchar(254) NOT NULL, "key" varchar(128) NOT NULL, "status" varchar(20) NOT NULL, "date_confirmed" datetime NULL, "date_cancelled" datetime NULL, "date_closed" datetime NULL, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "customer_account_claim" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "phone" varchar(128) NOT NULL, "code" varchar(64) NOT NULL, "tries" smallint unsigned NOT NULL CHECK ("tries" >= 0), "until" datetime NOT NULL, "asked_at" datetime NOT NULL, "proven_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "customer_account_savedaddress" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "phone" varchar(128) NOT NULL, "street" varchar(200) NOT NULL, "is_default" bool NOT NULL, "made_at" datetime NOT NULL, "commune_id" varchar(5) NOT NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "ledger_account" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(60) NOT NULL UNIQUE, "name" varchar(200) NOT NULL, "kind" varchar(10) NOT NULL);
CREATE TABLE "ledger_entry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "key" varchar(120) NOT NULL UNIQUE, "text" varchar(300) NOT NULL, "about" varchar(60) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "ledger_row" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "about" varchar(60) NOT NULL, "amount" bigint NOT NULL, "account_id" bigint NOT NULL REFERENCES "ledger_account" ("id") DEFERRABLE INITIALLY DEFERRED, "entry_id" bigint NOT NULL REFERENCES "ledger_entry" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "ledger_row_is_not_nothing" CHECK (NOT ("amount" = 0)));
CREATE TABLE "mfa_authenticator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(20) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "created_at" datetime NOT NULL, "last_used_at" datetime NULL);
CREATE TABLE "offer_benefit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(128) NOT NULL, "value" decimal NULL, "max_affected_items" integer unsigned NULL CHECK ("max_affected_items" >= 0), "range_id" bigint NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "proxy_class" varchar(255) NULL);
CREATE TABLE "offer_condition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "type" varchar(128) NOT NULL, "value" decimal NULL, "range_id" bigint NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "proxy_class" varchar(255) NULL);
CREATE TABLE "offer_conditionaloffer_combinations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "from_conditionaloffer_id" bigint NOT NULL REFERENCES "offer_conditionaloffer" ("id") DEFERRABLE INITIALLY DEFERRED, "to_conditionaloffer_id" bigint NOT NULL REFERENCES "offer_conditionaloffer" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_rangeproductfileupload" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "filepath" varchar(255) NOT NULL, "size" integer unsigned NOT NULL CHECK ("size" >= 0), "date_uploaded" datetime NOT NULL, "status" varchar(32) NOT NULL, "error_message" varchar(255) NOT NULL, "date_processed" datetime NULL, "num_new_skus" integer unsigned NULL CHECK ("num_new_skus" >= 0), "num_unknown_skus" integer unsigned NULL CHECK ("num_unknown_skus" >= 0), "num_duplicate_skus" integer unsigned NULL CHECK ("num_duplicate_skus" >= 0), "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "upload_type" varchar(8) NOT NULL);
CREATE TABLE "offer_range_excluded_categories" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "range_id" bigint NOT NULL REFERENCES "offer_range" ("id") DEFERRABLE INITIALLY DEFERRED, "category_id" bigint NOT NULL REFERENCES "catalogue_category" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "offer_conditionaloffer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(128) NOT NULL UNIQUE, "slug" varchar(128) NOT NULL UNIQUE, "description" text NOT NULL, "offer_type" varchar(128) NOT NULL, "status" varchar(64) NOT NULL, "priority" integer NOT NULL, "start_datetime" datetime NULL, "end_datetime" datetime NULL, "max_global_applications" integer unsigned NULL CHECK ("max_global_applications" >= 0), "max_user_applications" integer unsigned NULL CHECK ("max_user_applications" >= 0), "max_basket_applications" integer unsigned NULL CHECK ("max_basket_applications" >= 0), "max_discount" decimal NULL, "total_discount" decimal NOT NULL, "num_applications" integer unsigned NOT NULL CHECK ("num_applications" >= 0), "num_orders" integer unsigned NOT NULL CHECK ("num_orders" >= 0), "redirect_url" varchar(200) NOT NULL, "date_created" datetime NOT NULL, "benefit_id" bigint NOT NULL REFERENCES "offer_benefit" ("id") DEFERRABLE INITIALLY DEFERRED, "condition_id" bigint NOT NULL REFERENCES "offer_condition" ("id") DEFERRABLE INITIALLY DEFERRED, "exclusive" bool NOT NULL, "borne_by" varchar(10) NOT NULL);
CREATE TABLE "outlets_standard" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(30) NOT NULL UNIQUE, "name" varchar(160) NOT NULL, "legal_basis" varchar(300) NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL, "note" varchar(300) NOT NULL);
CREATE TABLE "outlets_target" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "scope" varchar(10) NOT NULL, "kind" varchar(12) NOT NULL, "at_least" smallint unsigned NOT NULL CHECK ("at_least" >= 0), "at_most" smallint unsigned NULL CHECK ("at_most" >= 0), "legal_basis" varchar(300) NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL);
CREATE TABLE "outlets_operator" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(160) NOT NULL, "licence" varchar(40) NOT NULL UNIQUE, "licence_kind" varchar(13) NOT NULL, "licence_until" date NULL, "phone" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "street" varchar(200) NOT NULL, "stage" varchar(30) NOT NULL, "commune_id" varchar(5) NOT NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED, "licence_paper_id" char(32) NULL REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_operator_users" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "operator_id" bigint NOT NULL REFERENCES "outlets_operator" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_keeping" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "since" date NOT NULL, "until" date NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_hourschange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hours" varchar(1000) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_confirmationask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sent_on" date NOT NULL, "by_clock" bool NOT NULL, "used_at" datetime NULL, "keeper_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_answer_papers" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "answer_id" bigint NOT NULL REFERENCES "outlets_answer" ("id") DEFERRABLE INITIALLY DEFERRED, "paper_id" char(32) NOT NULL REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_verification" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "on" date NOT NULL, "way" varchar(4) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "outlets_note" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(6) NOT NULL, "stage" varchar(30) NOT NULL, "number" varchar(20) NOT NULL UNIQUE, "key" varchar(40) NULL UNIQUE, "day" date NOT NULL, "at" datetime NOT NULL, "by_outlet" bool NOT NULL, "text" varchar(300) NOT NULL, "amount" bigint NOT NULL, "commission" bigint NOT NULL, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "consignment_id" bigint NOT NULL REFERENCES "outlets_consignment" ("id") DEFERRABLE INITIALLY DEFERRED, "reverses_id" bigint NULL UNIQUE REFERENCES "outlets_note" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "only_sales_have_a_commission" CHECK (("kind" = 'sold' OR "commission" = 0)), CONSTRAINT "only_sales_and_payments_have_an_amount" CHECK (("kind" IN ('sold', 'paid') OR "amount" = 0)), CONSTRAINT "a_reversal_takes_back" CHECK ((("amount" >= 0 AND "commission" >= 0 AND "reverses_id" IS NULL) OR ("amount" <= 0 AND "commission" <= 0 AND "reverses_id" IS NOT NULL))));
CREATE TABLE "outlets_noteline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "expected" integer unsigned NULL CHECK ("expected" >= 0), "reason" varchar(10) NOT NULL, "price" integer unsigned NULL CHECK ("price" >= 0), "change" integer NOT NULL, "note_id" bigint NOT NULL REFERENCES "outlets_note" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "product_once_on_a_note" UNIQUE ("note_id", "product_id"), CONSTRAINT "line_of_not_too_many_pieces" CHECK ("quantity" <= 100000), CONSTRAINT "line_price_is_a_price" CHECK (("price" IS NULL OR "price" BETWEEN 1 AND 1000000000)), CONSTRAINT "line_changes_what_it_says" CHECK ((("expected" IS NULL AND "quantity" >= 1 AND ("change" = ("quantity") OR "change" = (0 - "quantity"))) OR ("expected" IS NOT NULL AND ("change" = ("quantity" - "expected") OR "change" = ("expected" - "quantity"))))), CONSTRAINT "a_difference_has_a_reason" CHECK (("expected" IS NULL OR "change" = 0 OR NOT ("reason" = ''))));
CREATE TABLE "outlets_itinerary" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "title" varchar(120) NOT NULL, "title_vi" varchar(120) NULL, "title_en" varchar(120) NULL, "summary" text NOT NULL, "summary_vi" text NULL, "summary_en" text NULL, "days" smallint unsigned NOT NULL CHECK ("days" >= 0), "group_min" smallint unsigned NOT NULL CHECK ("group_min" >= 0), "group_max" smallint unsigned NOT NULL CHECK ("group_max" >= 0), "by_coach" bool NOT NULL, "season_from" smallint unsigned NOT NULL CHECK ("season_from" >= 0), "season_to" smallint unsigned NOT NULL CHECK ("season_to" >= 0), "weekdays" text NOT NULL CHECK ((JSON_VALID("weekdays") OR "weekdays" IS NULL)), "price_note" varchar(120) NOT NULL, "price_note_vi" varchar(120) NULL, "price_note_en" varchar(120) NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "stage" varchar(30) NOT NULL, "picture_set" text NOT NULL CHECK ((JSON_VALID("picture_set") OR "picture_set" IS NULL)), "changed_at" datetime NOT NULL, "picture_id" bigint NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "operator_id" bigint NOT NULL REFERENCES "outlets_operator" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "itinerary_of_1_to_14_days" CHECK ("days" BETWEEN 1 AND 14), CONSTRAINT "itinerary_group_sizes" CHECK (("group_max" >= ("group_min") AND "group_max" <= 500 AND "group_min" >= 1)), CONSTRAINT "itinerary_season_of_months" CHECK (("season_from" BETWEEN 1 AND 12 AND "season_to" BETWEEN 1 AND 12)));
CREATE TABLE "outlets_groupcode" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(12) NOT NULL UNIQUE, "size" smallint unsigned NOT NULL CHECK ("size" >= 0), "first_day" date NOT NULL, "last_day" date NOT NULL, "made_at" datetime NOT NULL, "made_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "itinerary_id" bigint NOT NULL REFERENCES "outlets_itinerary" ("id") DEFERRABLE INITIALLY DEFERRED, "operator_id" bigint NOT NULL REFERENCES "outlets_operator" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "group_code_ends_after_start" CHECK ("last_day" >= ("first_day")), CONSTRAINT "group_of_some_guests" CHECK ("size" BETWEEN 1 AND 500));
CREATE TABLE "outlets_outlet" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "slug" varchar(80) NOT NULL UNIQUE, "name" varchar(120) NOT NULL, "kind" varchar(12) NOT NULL, "stage" varchar(30) NOT NULL, "stage_since" date NOT NULL, "stage_reason" varchar(300) NOT NULL, "funding" varchar(8) NOT NULL, "operator" varchar(160) NOT NULL, "street" varchar(200) NOT NULL, "old_address" varchar(200) NOT NULL, "latitude" decimal NULL, "longitude" decimal NULL, "phone" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "about" text NOT NULL, "coach_places" smallint unsigned NOT NULL CHECK ("coach_places" >= 0), "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "payments" text NOT NULL CHECK ((JSON_VALID("payments") OR "payments" IS NULL)), "picks_up" bool NOT NULL, "hours" varchar(1000) NOT NULL, "by_appointment" bool NOT NULL, "on_holidays" varchar(8) NOT NULL, "lunar_days" text NOT NULL CHECK ((JSON_VALID("lunar_days") OR "lunar_days" IS NULL)), "spans_for" varchar(1020) NOT NULL, "spans_until" date NULL, "visit_capacity" smallint unsigned NOT NULL CHECK ("visit_capacity" >= 0), "verified_on" date NULL, "picture_set" text NOT NULL CHECK ((JSON_VALID("picture_set") OR "picture_set" IS NULL)), "search_text" text NOT NULL, "changed_at" datetime NOT NULL, "commune_id" varchar(5) NOT NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED, "picture_id" bigint NULL REFERENCES "catalogue_picture" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "verified_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "outlet_lies_in_vietnam" CHECK ((("latitude" IS NULL AND "longitude" IS NULL) OR ("latitude" BETWEEN '6.0' AND '23.5' AND "longitude" BETWEEN '102.0' AND '118.0'))), CONSTRAINT "outlet_says_why_it_serves_nobody" CHECK ((NOT ("stage" IN ('suspended', 'closed')) OR NOT ("stage_reason" = ''))));
CREATE TABLE "outlets_openspan" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "opens_at" datetime NOT NULL, "closes_at" datetime NOT NULL, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "open_span_has_length" CHECK ("closes_at" > ("opens_at")));
CREATE TABLE "outlets_networkreport" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "half" smallint unsigned NOT NULL CHECK ("half" >= 0), "due_on" date NOT NULL, "handed_in_at" datetime NULL, "goods" integer unsigned NULL CHECK ("goods" >= 0), "sales" bigint unsigned NULL CHECK ("sales" >= 0), "visitors" integer unsigned NULL CHECK ("visitors" >= 0), "note" varchar(500) NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_report_per_half_year" UNIQUE ("outlet_id", "year", "half"), CONSTRAINT "report_of_a_half_year" CHECK ("half" IN (1, 2)), CONSTRAINT "report_handed_in_is_whole" CHECK (("handed_in_at" IS NULL OR ("goods" IS NOT NULL AND "sales" IS NOT NULL AND "visitors" IS NOT NULL))));
CREATE TABLE "outlets_mistake" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "about" varchar(8) NOT NULL, "words" text NOT NULL, "phone" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "made_at" datetime NOT NULL, "stage" varchar(30) NOT NULL, "answer" varchar(500) NOT NULL, "answered_at" datetime NULL, "answered_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "mistake_answered_in_words" CHECK ((("answered_at" IS NULL AND "stage" = 'open') OR (NOT ("stage" = 'open') AND NOT ("answer" = '')))));
CREATE TABLE "outlets_marketyear" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "year" smallint unsigned NOT NULL CHECK ("year" >= 0), "days" text NOT NULL CHECK ((JSON_VALID("days") OR "days" IS NULL)), "by_hand" bool NOT NULL, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "market_year_once" UNIQUE ("outlet_id", "year"));
CREATE TABLE "outlets_credit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "amount" bigint unsigned NOT NULL CHECK ("amount" >= 0), "returned" bigint unsigned NOT NULL CHECK ("returned" >= 0), "reference" varchar(80) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" bigint NOT NULL REFERENCES "outlets_groupcode" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "credit_of_some_money" CHECK ("amount" > 0), CONSTRAINT "credit_returned_of_what_was_paid" CHECK ("returned" <= ("amount")));
CREATE TABLE "outlets_consignment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "commission" decimal NULL, "offered" decimal NULL, "by_outlet" bool NOT NULL, "count_every" smallint unsigned NOT NULL CHECK ("count_every" >= 0), "count_by" date NULL, "since" date NULL, "offered_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "place_id" bigint NULL UNIQUE REFERENCES "partner_stockplace" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_consignment_of_a_producer_at_an_outlet" UNIQUE ("outlet_id", "producer_id"), CONSTRAINT "consignment_commission_is_a_share" CHECK (("commission" IS NULL OR "commission" BETWEEN '0' AND '50.0')), CONSTRAINT "consignment_offer_is_a_share" CHECK (("offered" IS NULL OR "offered" BETWEEN '0' AND '50.0')), CONSTRAINT "running_consignment_has_place_and_terms" CHECK ((NOT ("stage" IN ('running', 'ended')) OR ("commission" IS NOT NULL AND "place_id" IS NOT NULL AND "since" IS NOT NULL))), CONSTRAINT "consignment_counted_within_a_year" CHECK ("count_every" BETWEEN 1 AND 366));
CREATE TABLE "outlets_calendarkey" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "secret" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "made_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL UNIQUE REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "operator_id" bigint NULL UNIQUE REFERENCES "outlets_operator" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL UNIQUE REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "calendar_of_one" CHECK ((("operator_id" IS NULL AND "outlet_id" IS NOT NULL AND "producer_id" IS NULL) OR ("operator_id" IS NULL AND "outlet_id" IS NULL AND "producer_id" IS NOT NULL) OR ("operator_id" IS NOT NULL AND "outlet_id" IS NULL AND "producer_id" IS NULL))));
CREATE TABLE "outlets_busy" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "begins_at" datetime NOT NULL, "ends_at" datetime NOT NULL, "uid" varchar(255) NOT NULL, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "busy_is_one_host" CHECK ((("outlet_id" IS NOT NULL AND "producer_id" IS NULL) OR ("outlet_id" IS NULL AND "producer_id" IS NOT NULL))), CONSTRAINT "busy_ends_after_start" CHECK ("ends_at" > ("begins_at")));
CREATE TABLE "outlets_answer" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "claimed" bool NULL, "claim" varchar(300) NOT NULL, "found" bool NULL, "finding" varchar(300) NOT NULL, "criterion_id" bigint NOT NULL REFERENCES "outlets_criterion" ("id") DEFERRABLE INITIALLY DEFERRED, "application_id" bigint NOT NULL REFERENCES "outlets_recognitionapplication" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "criterion_answered_once" UNIQUE ("application_id", "criterion_id"));
CREATE TABLE "outlets_salesalert" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "when" varchar(8) NOT NULL, "hour" smallint unsigned NOT NULL CHECK ("hour" >= 0), "producer_id" bigint NOT NULL UNIQUE REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "told_id" bigint NULL REFERENCES "outlets_note" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "alert_at_an_hour" CHECK ("hour" BETWEEN 0 AND 23));
CREATE TABLE "outlets_shelfitem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" varchar(120) NOT NULL, "state" varchar(6) NOT NULL, "price" integer unsigned NULL CHECK ("price" >= 0), "last_seen" date NOT NULL, "sign_off_on" date NULL, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "product_once_on_a_shelf" UNIQUE ("outlet_id", "product_id"), CONSTRAINT "shelf_item_is_one_thing" CHECK ((("label" = '' AND "product_id" IS NOT NULL) OR ("product_id" IS NULL AND NOT ("label" = '')))), CONSTRAINT "what_is_only_shown_has_no_price" CHECK ((NOT ("state" = 'shown') OR "price" IS NULL)));
CREATE TABLE "outlets_specialdays" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "first" date NOT NULL, "last" date NOT NULL, "spans" varchar(100) NOT NULL, "reason" varchar(120) NOT NULL, "for_everyone" bool NOT NULL, "changed_at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "special_days_end_after_start" CHECK ("last" >= ("first")));
CREATE TABLE "outlets_recognitionapplication" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "made_at" datetime NOT NULL, "submitted_at" datetime NULL, "visit_on" date NULL, "decision_number" varchar(60) NOT NULL, "decision_date" date NULL, "valid_from" date NULL, "valid_to" date NULL, "reason" varchar(500) NOT NULL, "revoked_on" date NULL, "applicant_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "decided_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, "visitor_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "standard_id" bigint NOT NULL REFERENCES "outlets_standard" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "recognised_by_a_decision" CHECK ((NOT ("stage" = 'recognised') OR ("decision_date" IS NOT NULL AND "valid_from" IS NOT NULL AND "valid_to" IS NOT NULL AND NOT ("decision_number" = '')))), CONSTRAINT "recognition_ends_after_start" CHECK (("valid_to" IS NULL OR "valid_to" >= ("valid_from"))), CONSTRAINT "nobody_decides_their_own_application" CHECK (("decided_by_id" IS NULL OR NOT ("decided_by_id" = ("applicant_id") AND "decided_by_id" IS NOT NULL))));
CREATE TABLE "outlets_stop" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" smallint unsigned NOT NULL CHECK ("day" >= 0), "starts" time NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "kind" varchar(8) NOT NULL, "name" varchar(120) NOT NULL, "name_vi" varchar(120) NULL, "name_en" varchar(120) NULL, "latitude" decimal NULL, "longitude" decimal NULL, "reason" varchar(300) NOT NULL, "reason_vi" varchar(300) NULL, "reason_en" varchar(300) NULL, "itinerary_id" bigint NOT NULL REFERENCES "outlets_itinerary" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stop_is_somewhere" CHECK ((("kind" = 'outlet' AND "outlet_id" IS NOT NULL AND "producer_id" IS NULL) OR ("kind" = 'producer' AND "outlet_id" IS NULL AND "producer_id" IS NOT NULL) OR ("kind" IN ('sight', 'meal') AND "outlet_id" IS NULL AND "producer_id" IS NULL AND NOT ("name" = '')))), CONSTRAINT "stop_lies_in_vietnam" CHECK ((("latitude" IS NULL AND "longitude" IS NULL) OR ("latitude" BETWEEN '6.0' AND '23.5' AND "longitude" BETWEEN '102.0' AND '118.0'))), CONSTRAINT "stop_takes_minutes" CHECK ("minutes" BETWEEN 5 AND 720));
CREATE TABLE "outlets_visit" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL, "starts" time NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "size" smallint unsigned NOT NULL CHECK ("size" >= 0), "language" varchar(2) NOT NULL, "tasting" bool NOT NULL, "note" varchar(300) NOT NULL, "proposed_day" date NULL, "proposed_starts" time NULL, "answer_by" datetime NOT NULL, "came" smallint unsigned NULL CHECK ("came" >= 0), "stage" varchar(30) NOT NULL, "itinerary_id" bigint NULL REFERENCES "outlets_itinerary" ("id") DEFERRABLE INITIALLY DEFERRED, "operator_id" bigint NOT NULL REFERENCES "outlets_operator" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "stop_id" bigint NULL REFERENCES "outlets_stop" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "visit_has_one_host" CHECK ((("outlet_id" IS NOT NULL AND "producer_id" IS NULL) OR ("outlet_id" IS NULL AND "producer_id" IS NOT NULL))), CONSTRAINT "visit_of_some_guests" CHECK ("size" BETWEEN 1 AND 500), CONSTRAINT "visit_takes_minutes" CHECK ("minutes" BETWEEN 5 AND 720), CONSTRAINT "visit_proposal_names_a_time" CHECK ((NOT ("stage" = 'proposed') OR ("proposed_day" IS NOT NULL AND "proposed_starts" IS NOT NULL))));
CREATE TABLE "order_order" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "number" varchar(128) NOT NULL UNIQUE, "currency" varchar(12) NOT NULL, "total_incl_tax" decimal NOT NULL, "total_excl_tax" decimal NOT NULL, "shipping_incl_tax" decimal NOT NULL, "shipping_excl_tax" decimal NOT NULL, "shipping_method" varchar(128) NOT NULL, "shipping_code" varchar(128) NOT NULL, "status" varchar(100) NOT NULL, "guest_email" varchar(254) NOT NULL, "date_placed" datetime NOT NULL, "basket_id" bigint NULL REFERENCES "basket_basket" ("id") DEFERRABLE INITIALLY DEFERRED, "billing_address_id" bigint NULL REFERENCES "order_billingaddress" ("id") DEFERRABLE INITIALLY DEFERRED, "shipping_address_id" bigint NULL REFERENCES "order_shippingaddress" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NULL REFERENCES "django_site" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "shipping_tax_code" varchar(64) NULL, "analytics_tracked" bool NOT NULL, "buyer_name" varchar(120) NOT NULL, "key" varchar(64) NULL UNIQUE, "note" text NOT NULL, "phone" varchar(128) NOT NULL, "language" varchar(5) NOT NULL, "group_code" varchar(12) NOT NULL);
CREATE TABLE "order_pickup" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "source" varchar(6) NOT NULL, "carriage" varchar(40) NOT NULL, "keeps_days" smallint unsigned NOT NULL CHECK ("keeps_days" >= 0), "ready_at" datetime NULL, "keep_until" date NULL, "reminded_at" datetime NULL, "code_number" smallint unsigned NOT NULL CHECK ("code_number" >= 0), "handed_over_at" datetime NULL, "identity" varchar(300) NOT NULL, "handed_over_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "outlet_id" bigint NOT NULL REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, "parcel_id" bigint NOT NULL UNIQUE REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "ready_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "pick_up_kept_once_ready" CHECK ((("keep_until" IS NULL AND "ready_at" IS NULL) OR ("keep_until" IS NOT NULL AND "ready_at" IS NOT NULL))), CONSTRAINT "pick_up_handed_over_once_ready" CHECK (("handed_over_at" IS NULL OR "ready_at" IS NOT NULL)));
CREATE TABLE "order_parcel" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "number" smallint unsigned NOT NULL CHECK ("number" >= 0), "fee" integer unsigned NOT NULL CHECK ("fee" >= 0), "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "carrier" varchar(20) NOT NULL, "is_tracked" bool NOT NULL, "leaves_on" date NULL, "method" varchar(40) NOT NULL, "method_name" varchar(80) NOT NULL, "promised_from" date NULL, "promised_to" date NULL, "tracking_code" varchar(60) NOT NULL, "tracking_link" varchar(260) NOT NULL, "weight_g" integer unsigned NOT NULL CHECK ("weight_g" >= 0), "fee_borne" integer unsigned NOT NULL CHECK ("fee_borne" >= 0), CONSTRAINT "parcel_numbers_in_order" UNIQUE ("order_id", "number"));
CREATE TABLE "outlets_stoptext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(8) NOT NULL, "name" varchar(120) NOT NULL, "reason" varchar(300) NOT NULL, "source" text NOT NULL CHECK ((JSON_VALID("source") OR "source" IS NULL)), "stop_id" bigint NOT NULL REFERENCES "outlets_stop" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "stop_once_in_a_language" UNIQUE ("stop_id", "language"));
CREATE TABLE "outlets_tourtext" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language" varchar(8) NOT NULL, "title" varchar(120) NOT NULL, "summary" text NOT NULL, "price_note" varchar(120) NOT NULL, "source" text NOT NULL CHECK ((JSON_VALID("source") OR "source" IS NULL)), "changed_at" datetime NOT NULL, "itinerary_id" bigint NOT NULL REFERENCES "outlets_itinerary" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "tour_once_in_a_language" UNIQUE ("itinerary_id", "language"), CONSTRAINT "tour_text_has_title" CHECK (NOT ("title" = '')));
CREATE TABLE "outlets_criterion" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "part" varchar(10) NOT NULL, "must_have" bool NOT NULL, "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "standard_id" bigint NOT NULL REFERENCES "outlets_standard" ("id") DEFERRABLE INITIALLY DEFERRED, "compared_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "compared_on" date NULL, "source" varchar(200) NOT NULL, "text" varchar(600) NOT NULL);
CREATE TABLE "outlets_producervisiting" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "welcomes" bool NOT NULL, "weekdays" text NOT NULL CHECK ((JSON_VALID("weekdays") OR "weekdays" IS NULL)), "opens" time NOT NULL, "closes" time NOT NULL, "season_from" smallint unsigned NOT NULL CHECK ("season_from" >= 0), "season_to" smallint unsigned NOT NULL CHECK ("season_to" >= 0), "largest_group" smallint unsigned NOT NULL CHECK ("largest_group" >= 0), "coach_reaches" bool NOT NULL, "minutes" smallint unsigned NOT NULL CHECK ("minutes" >= 0), "tasting" bool NOT NULL, "languages" text NOT NULL CHECK ((JSON_VALID("languages") OR "languages" IS NULL)), "note" varchar(300) NOT NULL, "latitude" decimal NULL, "longitude" decimal NULL, "changed_at" datetime NOT NULL, "producer_id" bigint NOT NULL UNIQUE REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "receives_at_tet" bool NOT NULL, CONSTRAINT "visiting_hours_end_after_start" CHECK ("closes" > ("opens")), CONSTRAINT "visiting_groups_of_some_guests" CHECK ("largest_group" BETWEEN 1 AND 500), CONSTRAINT "visiting_season_of_months" CHECK (("season_from" BETWEEN 1 AND 12 AND "season_to" BETWEEN 1 AND 12)), CONSTRAINT "producer_is_visited_in_vietnam" CHECK ((("latitude" IS NULL AND "longitude" IS NULL) OR ("latitude" BETWEEN '6.0' AND '23.5' AND "longitude" BETWEEN '102.0' AND '118.0'))));
CREATE TABLE "payment_bankcard" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "card_type" varchar(128) NOT NULL, "name" varchar(255) NOT NULL, "number" varchar(32) NOT NULL, "expiry_date" date NOT NULL, "partner_reference" varchar(255) NOT NULL, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "payment_source" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "currency" varchar(12) NOT NULL, "amount_allocated" decimal NOT NULL, "amount_debited" decimal NOT NULL, "amount_refunded" decimal NOT NULL, "label" varchar(128) NOT NULL, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "source_type_id" bigint NOT NULL REFERENCES "payment_sourcetype" ("id") DEFERRABLE INITIALLY DEFERRED, "reference" varchar(255) NOT NULL);
CREATE TABLE "payment_transaction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "txn_type" varchar(128) NOT NULL, "amount" decimal NOT NULL, "reference" varchar(128) NOT NULL, "status" varchar(128) NOT NULL, "source_id" bigint NOT NULL REFERENCES "payment_source" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "payment_sourcetype" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "name" varchar(128) NOT NULL);
CREATE TABLE "payment_remittanceline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" varchar(120) NOT NULL, "amount" bigint NOT NULL, "remittance_id" bigint NOT NULL REFERENCES "payment_remittance" ("id") DEFERRABLE INITIALLY DEFERRED, "settlement_id" bigint NULL UNIQUE REFERENCES "payment_settlement" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "payment_statement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(120) NOT NULL, "sha256" varchar(64) NOT NULL, "shape" varchar(20) NOT NULL, "account" varchar(40) NOT NULL, "lines" text NOT NULL CHECK ((JSON_VALID("lines") OR "lines" IS NULL)), "made_at" datetime NOT NULL, "taken_at" datetime NULL, "by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "payment_due" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "reference" varchar(20) NOT NULL UNIQUE, "object_id" bigint unsigned NOT NULL CHECK ("object_id" >= 0), "amount" bigint NOT NULL, "paid" bigint NOT NULL, "refunded" bigint NOT NULL, "until" datetime NULL, "state" varchar(10) NOT NULL, "payer" varchar(120) NOT NULL, "phone" varchar(20) NOT NULL, "email" varchar(254) NOT NULL, "language" varchar(5) NOT NULL, "restrictions" text NOT NULL CHECK ((JSON_VALID("restrictions") OR "restrictions" IS NULL)), "made_at" datetime NOT NULL, "paid_at" datetime NULL, "closed_for" text NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_due_per_subject" UNIQUE ("content_type_id", "object_id"), CONSTRAINT "due_not_negative" CHECK (("amount" >= 0 AND "paid" >= 0)), CONSTRAINT "no_more_back_than_was_paid" CHECK (("refunded" >= 0 AND "refunded" <= ("paid"))));
CREATE TABLE "payment_attempt" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "gateway" varchar(20) NOT NULL, "amount" bigint NOT NULL, "state" varchar(12) NOT NULL, "key" char(32) NOT NULL UNIQUE, "provider_reference" varchar(120) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "error" varchar(300) NOT NULL, "made_at" datetime NOT NULL, "claimed_at" datetime NULL, "decided_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "due_id" bigint NOT NULL REFERENCES "payment_due" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "attempt_of_something" CHECK ("amount" > 0));
CREATE TABLE "payment_remittance" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "carrier" varchar(30) NOT NULL, "bank_reference" varchar(80) NOT NULL, "amount" bigint NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "remitted_once" UNIQUE ("carrier", "bank_reference"));
CREATE TABLE "payment_settlement" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "gateway" varchar(20) NOT NULL, "reference" varchar(120) NOT NULL, "amount" bigint NOT NULL, "refunded" bigint NOT NULL, "currency" varchar(3) NOT NULL, "asset" varchar(40) NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL, "made_at" datetime NOT NULL, "attempt_id" bigint NULL REFERENCES "payment_attempt" ("id") DEFERRABLE INITIALLY DEFERRED, "due_id" bigint NULL REFERENCES "payment_due" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "settled_once" UNIQUE ("gateway", "reference"), CONSTRAINT "settlement_of_something" CHECK ("amount" > 0), CONSTRAINT "no_more_back_than_arrived" CHECK (("refunded" >= 0 AND "refunded" <= ("amount"))));
CREATE TABLE "payment_refund" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "amount" bigint NOT NULL, "reason" text NOT NULL, "key" varchar(100) NOT NULL UNIQUE, "gateway" varchar(20) NOT NULL, "provider_reference" varchar(120) NOT NULL, "round" smallint unsigned NOT NULL CHECK ("round" >= 0), "account" text NOT NULL CHECK ((JSON_VALID("account") OR "account" IS NULL)), "bank_reference" varchar(80) NOT NULL, "error" varchar(300) NOT NULL, "made_at" datetime NOT NULL, "done_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "due_id" bigint NOT NULL REFERENCES "payment_due" ("id") DEFERRABLE INITIALLY DEFERRED, "settlement_id" bigint NULL REFERENCES "payment_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "refund_of_something" CHECK ("amount" > 0));
CREATE TABLE "payment_bankline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "account" varchar(40) NOT NULL, "reference" varchar(100) NOT NULL, "alias" varchar(100) NOT NULL, "amount" bigint NOT NULL, "note" text NOT NULL, "at" datetime NOT NULL, "source" varchar(10) NOT NULL, "made_at" datetime NOT NULL, "settlement_id" bigint NULL UNIQUE REFERENCES "payment_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, "statement_id" bigint NULL REFERENCES "payment_statement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "bank_line_once" UNIQUE ("account", "reference"));
CREATE TABLE "payment_trouble" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(16) NOT NULL, "amount" bigint NOT NULL, "text" text NOT NULL, "made_at" datetime NOT NULL, "answer" varchar(12) NOT NULL, "reason" text NOT NULL, "solved_at" datetime NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "due_id" bigint NULL REFERENCES "payment_due" ("id") DEFERRABLE INITIALLY DEFERRED, "refund_id" bigint NULL REFERENCES "payment_refund" ("id") DEFERRABLE INITIALLY DEFERRED, "settlement_id" bigint NULL REFERENCES "payment_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "solved_with_an_answer" CHECK (("solved_at" IS NULL OR NOT ("answer" = ''))));
CREATE TABLE "payment_callback" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "gateway" varchar(20) NOT NULL, "event" varchar(120) NULL, "headers" text NOT NULL CHECK ((JSON_VALID("headers") OR "headers" IS NULL)), "body" text NOT NULL, "received_at" datetime NOT NULL, "verified" bool NOT NULL, "handled_at" datetime NULL, "outcome" varchar(200) NOT NULL, "repeats_id" bigint NULL REFERENCES "payment_callback" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_callback_per_event" UNIQUE ("gateway", "event"));
CREATE TABLE "payment_fee" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "gateway" varchar(20) NOT NULL, "reference" varchar(120) NOT NULL, "amount" bigint NOT NULL, "said" varchar(40) NOT NULL, "made_at" datetime NOT NULL, "refund_id" bigint NULL REFERENCES "payment_refund" ("id") DEFERRABLE INITIALLY DEFERRED, "settlement_id" bigint NULL REFERENCES "payment_settlement" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "provider_fee_once" UNIQUE ("gateway", "reference"), CONSTRAINT "provider_fee_of_a_payment_or_a_refund" CHECK ((("refund_id" IS NOT NULL AND "settlement_id" IS NULL) OR ("refund_id" IS NULL AND "settlement_id" IS NOT NULL))));
CREATE TABLE "personal_data_datarequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "number" varchar(20) NOT NULL UNIQUE, "kind" varchar(10) NOT NULL, "details" text NOT NULL, "phone" varchar(128) NOT NULL, "email" varchar(254) NOT NULL, "language" varchar(5) NOT NULL, "made_at" datetime NOT NULL, "answer_by" date NOT NULL, "do_by" date NOT NULL, "processor" bool NOT NULL, "extended_for" text NOT NULL, "answered_at" datetime NULL, "ended_at" datetime NULL, "answer" text NOT NULL, "outcome" text NOT NULL, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0));
CREATE TABLE "programme_starchange" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(9) NOT NULL, "stars_before" smallint unsigned NOT NULL CHECK ("stars_before" >= 0), "stars_after" smallint unsigned NOT NULL CHECK ("stars_after" >= 0), "effective_on" date NOT NULL, "reason" text NOT NULL, "decision_number" varchar(60) NOT NULL, "decision_date" date NULL, "decided_by" varchar(160) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "recognition_id" bigint NOT NULL REFERENCES "programme_recognition" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "star_change_has_decision" CHECK (("kind" = 'expire' OR NOT ("decision_number" = ''))), CONSTRAINT "downgrade_goes_down" CHECK ((NOT ("kind" = 'downgrade') OR "stars_after" < ("stars_before"))));
CREATE TABLE "programme_recognition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stars" smallint unsigned NOT NULL CHECK ("stars" >= 0), "issuer" varchar(160) NOT NULL, "decision_number" varchar(60) NOT NULL, "decision_date" date NOT NULL, "code" varchar(60) NULL UNIQUE, "slug" varchar(80) NOT NULL UNIQUE, "valid_from" date NOT NULL, "valid_to" date NOT NULL, "ends_on" date NOT NULL, "score" decimal NULL, "criteria_id" bigint NOT NULL REFERENCES "catalogue_criteriageneration" ("id") DEFERRABLE INITIALLY DEFERRED, "product_id" bigint NOT NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "variant_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "document_id" char(32) NULL REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED, "ended_by_id" bigint NULL REFERENCES "programme_starchange" ("id") DEFERRABLE INITIALLY DEFERRED, "search_text" text NOT NULL, CONSTRAINT "recognition_stars_1_to_5" CHECK (("stars" >= 1 AND "stars" <= 5)), CONSTRAINT "recognition_days_in_order" CHECK ("valid_to" >= ("valid_from")), CONSTRAINT "recognition_ends_in_time" CHECK ("ends_on" <= ("valid_to")), CONSTRAINT "recognition_has_decision" CHECK (NOT ("decision_number" = '')));
CREATE TABLE "reviews_productreview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "score" smallint NOT NULL, "title" varchar(255) NOT NULL, "body" text NOT NULL, "name" varchar(255) NOT NULL, "email" varchar(254) NOT NULL, "homepage" varchar(200) NOT NULL, "status" smallint NOT NULL, "total_votes" integer NOT NULL, "delta_votes" integer NOT NULL, "date_created" datetime NOT NULL, "product_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "code" varchar(255) NULL UNIQUE, "replied_at" datetime NULL, "replied_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "reply" text NOT NULL, "verified" bool NOT NULL, CONSTRAINT "review_score_1_to_5" CHECK (("score" >= 1 AND "score" <= 5)));
CREATE TABLE "returning_invitationrefusal" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "phone" varchar(20) NOT NULL UNIQUE, "email" varchar(254) NOT NULL, "at" datetime NOT NULL);
CREATE TABLE "returning_invitation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "parcel_id" bigint NOT NULL UNIQUE REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "returning_linereview" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "line_id" bigint NOT NULL UNIQUE REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED, "review_id" bigint NOT NULL UNIQUE REFERENCES "reviews_productreview" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "returning_returnpicture" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "paper_id" char(32) NOT NULL REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED, "trade_return_id" bigint NOT NULL REFERENCES "returning_return" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "returning_returnrule" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_code" varchar(20) NOT NULL, "legal_class" varchar(12) NOT NULL, "reason" varchar(16) NOT NULL, "hours" integer unsigned NOT NULL CHECK ("hours" >= 0), "fee_back" bool NOT NULL, "valid_from" date NOT NULL, "valid_to" date NULL, "legal_basis" varchar(300) NOT NULL, "verified" bool NOT NULL, CONSTRAINT "one_return_rule_per_kind_reason_and_day" UNIQUE ("group_code", "legal_class", "reason", "valid_from"), CONSTRAINT "return_rule_of_a_group_or_a_class" CHECK (("group_code" = '' OR "legal_class" = '')), CONSTRAINT "return_rule_days_in_order" CHECK (("valid_to" IS NULL OR "valid_to" >= ("valid_from"))));
CREATE TABLE "returning_cancellation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "goods" bigint unsigned NOT NULL CHECK ("goods" >= 0), "delivery" bigint unsigned NOT NULL CHECK ("delivery" >= 0), "lowered" bigint unsigned NOT NULL CHECK ("lowered" >= 0), "account" text NOT NULL CHECK ((JSON_VALID("account") OR "account" IS NULL)), "reason" varchar(16) NOT NULL, "text" varchar(500) NOT NULL, "whose" varchar(10) NOT NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "parcel_id" bigint NOT NULL UNIQUE REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "refund_id" bigint NULL UNIQUE REFERENCES "payment_refund" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "cancellation_lowered_within_what_is_given_back" CHECK ("lowered" <= ("goods" + "delivery")));
CREATE TABLE "returning_faileddelivery" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "goods" bigint unsigned NOT NULL CHECK ("goods" >= 0), "delivery" bigint unsigned NOT NULL CHECK ("delivery" >= 0), "lowered" bigint unsigned NOT NULL CHECK ("lowered" >= 0), "account" text NOT NULL CHECK ((JSON_VALID("account") OR "account" IS NULL)), "reason" varchar(10) NOT NULL, "text" varchar(500) NOT NULL, "sellable" bool NULL, "at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "parcel_id" bigint NOT NULL UNIQUE REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "refund_id" bigint NULL UNIQUE REFERENCES "payment_refund" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "faileddelivery_lowered_within_what_is_given_back" CHECK ("lowered" <= ("goods" + "delivery")));
CREATE TABLE "returning_invoicerequest" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "kind" varchar(8) NOT NULL, "name" varchar(200) NOT NULL, "tax_code" varchar(14) NOT NULL, "address" varchar(300) NOT NULL, "email" varchar(254) NOT NULL, "asked_at" datetime NOT NULL, "issue_by" datetime NOT NULL, "number" varchar(40) NOT NULL, "issued_on" date NULL, "link" varchar(500) NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "paper_id" char(32) NULL REFERENCES "office_paper" ("id") DEFERRABLE INITIALLY DEFERRED, "parcel_id" bigint NOT NULL UNIQUE REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "issued_invoice_can_be_found" CHECK ((NOT ("stage" = 'issued') OR (NOT ("number" = '') AND "issued_on" IS NOT NULL AND (NOT ("link" = '') OR "paper_id" IS NOT NULL)))), CONSTRAINT "company_invoice_has_a_tax_code" CHECK ((NOT ("kind" = 'company') OR NOT ("tax_code" = ''))));
CREATE TABLE "returning_returnline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "worth" bigint unsigned NOT NULL CHECK ("worth" >= 0), "granted" bigint unsigned NOT NULL CHECK ("granted" >= 0), "shelved" integer unsigned NOT NULL CHECK ("shelved" >= 0), "line_id" bigint NOT NULL REFERENCES "order_line" ("id") DEFERRABLE INITIALLY DEFERRED, "trade_return_id" bigint NOT NULL REFERENCES "returning_return" ("id") DEFERRABLE INITIALLY DEFERRED, "borne" bigint unsigned NOT NULL CHECK ("borne" >= 0), CONSTRAINT "return_names_a_line_once" UNIQUE ("trade_return_id", "line_id"), CONSTRAINT "return_of_something" CHECK ("quantity" > 0), CONSTRAINT "no_more_granted_than_was_paid" CHECK ("granted" <= ("worth")), CONSTRAINT "no_more_shelved_than_returned" CHECK ("shelved" <= ("quantity")));
CREATE TABLE "returning_return" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "goods" bigint unsigned NOT NULL CHECK ("goods" >= 0), "delivery" bigint unsigned NOT NULL CHECK ("delivery" >= 0), "lowered" bigint unsigned NOT NULL CHECK ("lowered" >= 0), "account" text NOT NULL CHECK ((JSON_VALID("account") OR "account" IS NULL)), "stage" varchar(30) NOT NULL, "number" varchar(20) NOT NULL UNIQUE, "reason" varchar(16) NOT NULL, "text" text NOT NULL, "wanted" varchar(12) NOT NULL, "remedy" varchar(12) NOT NULL, "send_back" bool NOT NULL, "answer" text NOT NULL, "final" bool NOT NULL, "answer_by" datetime NOT NULL, "fee_back" bigint unsigned NOT NULL CHECK ("fee_back" >= 0), "replacement_code" varchar(60) NOT NULL, "asked_at" datetime NOT NULL, "by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "parcel_id" bigint NOT NULL REFERENCES "order_parcel" ("id") DEFERRABLE INITIALLY DEFERRED, "refund_id" bigint NULL UNIQUE REFERENCES "payment_refund" ("id") DEFERRABLE INITIALLY DEFERRED, "lapsed_at" datetime NULL, "key" varchar(64) NOT NULL, CONSTRAINT "return_lowered_within_what_is_given_back" CHECK ("lowered" <= ("goods" + "delivery")));
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL);
CREATE TABLE "settling_feerate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_to" date NULL, "legal_basis" varchar(200) NOT NULL, "per_mille" smallint unsigned NOT NULL CHECK ("per_mille" >= 0), CONSTRAINT "one_fee_rate_per_day" UNIQUE ("valid_from"));
CREATE TABLE "settling_payoutaccount" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "bank" varchar(6) NOT NULL, "number" varchar(19) NOT NULL, "holder" varchar(70) NOT NULL, "note" varchar(300) NOT NULL, "entered_at" datetime NOT NULL, "checked_at" datetime NULL, "checked_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "entered_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "producer_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "settling_taxrate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "valid_from" date NOT NULL, "valid_to" date NULL, "legal_basis" varchar(200) NOT NULL, "legal_form" varchar(12) NOT NULL, "supply" varchar(10) NOT NULL, "vat" smallint unsigned NOT NULL CHECK ("vat" >= 0), "pit" smallint unsigned NOT NULL CHECK ("pit" >= 0), CONSTRAINT "one_tax_rate_per_form_supply_and_day" UNIQUE ("legal_form", "supply", "valid_from"));
CREATE TABLE "settling_payoutbatch" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "number" varchar(20) NOT NULL UNIQUE, "minimum" bigint unsigned NOT NULL CHECK ("minimum" >= 0), "proposed_at" datetime NOT NULL, "approved_at" datetime NULL, "approved_by_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "proposed_by_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payout_approved_by_a_second_person" CHECK ((NOT ("approved_by_id" = ("proposed_by_id") AND "approved_by_id" IS NOT NULL) OR "approved_by_id" IS NULL)));
CREATE TABLE "settling_payout" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "stage" varchar(30) NOT NULL, "amount" bigint unsigned NOT NULL CHECK ("amount" >= 0), "bank_reference" varchar(60) NULL UNIQUE, "paid_on" date NULL, "note" varchar(300) NOT NULL, "producer_id" bigint NOT NULL REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED, "account_id" bigint NOT NULL REFERENCES "settling_payoutaccount" ("id") DEFERRABLE INITIALLY DEFERRED, "batch_id" bigint NOT NULL REFERENCES "settling_payoutbatch" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "payout_is_of_something" CHECK ("amount" > 0));
CREATE TABLE "settling_payoutline" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "about" varchar(60) NOT NULL, "amount" bigint NOT NULL, "payout_id" bigint NOT NULL REFERENCES "settling_payout" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_line_per_payout_and_parcel" UNIQUE ("payout_id", "about"));
CREATE TABLE "shipping_orderanditemcharges_countries" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "orderanditemcharges_id" bigint NOT NULL REFERENCES "shipping_orderanditemcharges" ("id") DEFERRABLE INITIALLY DEFERRED, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_weightbased_countries" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weightbased_id" bigint NOT NULL REFERENCES "shipping_weightbased" ("id") DEFERRABLE INITIALLY DEFERRED, "country_id" varchar(2) NOT NULL REFERENCES "address_country" ("iso_3166_1_a2") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_orderanditemcharges" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "description" text NOT NULL, "price_per_order" decimal NOT NULL, "price_per_item" decimal NOT NULL, "free_shipping_threshold" decimal NULL, "name" varchar(128) NOT NULL UNIQUE);
CREATE TABLE "shipping_weightband" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "charge" decimal NOT NULL, "method_id" bigint NOT NULL REFERENCES "shipping_weightbased" ("id") DEFERRABLE INITIALLY DEFERRED, "upper_limit" decimal NOT NULL);
CREATE TABLE "shipping_weightbased" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "description" text NOT NULL, "default_weight" decimal NOT NULL, "name" varchar(128) NOT NULL UNIQUE);
CREATE TABLE "shipping_closedday" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "day" date NOT NULL UNIQUE, "name" varchar(80) NOT NULL);
CREATE TABLE "shipping_method" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(40) NOT NULL UNIQUE, "name" varchar(80) NOT NULL, "name_vi" varchar(80) NULL, "name_en" varchar(80) NULL, "carrier" varchar(20) NOT NULL, "courier" varchar(80) NOT NULL, "needs_tracking" bool NOT NULL, "tracking_url" varchar(200) NOT NULL, "days_off" text NOT NULL CHECK ((JSON_VALID("days_off") OR "days_off" IS NULL)), "position" smallint unsigned NOT NULL CHECK ("position" >= 0), "is_active" bool NOT NULL);
CREATE TABLE "shipping_carrierevent" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "carrier" varchar(20) NOT NULL, "digest" varchar(64) NOT NULL, "body" text NOT NULL, "code" varchar(60) NOT NULL, "status" varchar(60) NOT NULL, "at" datetime NOT NULL, "done_at" datetime NULL, "trouble" varchar(300) NOT NULL, "settled_at" datetime NULL, CONSTRAINT "one_event_per_report" UNIQUE ("carrier", "digest"));
CREATE TABLE "shipping_owndelivery" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "is_active" bool NOT NULL, "fee" integer unsigned NOT NULL CHECK ("fee" >= 0), "free_from" integer unsigned NULL CHECK ("free_from" >= 0), "weekdays" text NOT NULL CHECK ((JSON_VALID("weekdays") OR "weekdays" IS NULL)), "producer_id" bigint NOT NULL UNIQUE REFERENCES "partner_partner" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_owndelivery_areas" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "owndelivery_id" bigint NOT NULL REFERENCES "shipping_owndelivery" ("id") DEFERRABLE INITIALLY DEFERRED, "area_id" bigint NOT NULL REFERENCES "partner_area" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_owndelivery_communes" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "owndelivery_id" bigint NOT NULL REFERENCES "shipping_owndelivery" ("id") DEFERRABLE INITIALLY DEFERRED, "commune_id" varchar(5) NOT NULL REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_zonecommune" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "commune_id" varchar(5) NOT NULL UNIQUE REFERENCES "partner_commune" ("code") DEFERRABLE INITIALLY DEFERRED, "zone_id" bigint NOT NULL REFERENCES "shipping_zone" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_zoneprovince" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "province_id" smallint NOT NULL UNIQUE REFERENCES "partner_province" ("code") DEFERRABLE INITIALLY DEFERRED, "zone_id" bigint NOT NULL REFERENCES "shipping_zone" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "shipping_zone" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(80) NOT NULL UNIQUE, "name_vi" varchar(80) NULL UNIQUE, "name_en" varchar(80) NULL UNIQUE, "position" smallint unsigned NOT NULL CHECK ("position" >= 0));
CREATE TABLE "shipping_handling" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "weight_g" integer unsigned NULL CHECK ("weight_g" >= 0), "keeps_hours" smallint unsigned NULL CHECK ("keeps_hours" >= 0), "not_sent_weekdays" text NOT NULL CHECK ((JSON_VALID("not_sent_weekdays") OR "not_sent_weekdays" IS NULL)), "fragile" bool NOT NULL, "product_id" bigint NOT NULL UNIQUE REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "packed_weight_above_zero" CHECK (("weight_g" IS NULL OR "weight_g" > 0)), CONSTRAINT "keeps_hours_above_zero" CHECK (("keeps_hours" IS NULL OR "keeps_hours" > 0)));
CREATE TABLE "shipping_rate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "up_to_g" integer unsigned NOT NULL CHECK ("up_to_g" >= 0), "fee" integer unsigned NOT NULL CHECK ("fee" >= 0), "reach_id" bigint NOT NULL REFERENCES "shipping_reach" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_rate_per_weight" UNIQUE ("reach_id", "up_to_g"), CONSTRAINT "rate_weight_above_zero" CHECK ("up_to_g" > 0));
CREATE TABLE "shipping_reach" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "per_extra_kg" integer unsigned NULL CHECK ("per_extra_kg" >= 0), "hours_min" smallint unsigned NOT NULL CHECK ("hours_min" >= 0), "hours_max" smallint unsigned NOT NULL CHECK ("hours_max" >= 0), "free_from" integer unsigned NULL CHECK ("free_from" >= 0), "method_id" bigint NOT NULL REFERENCES "shipping_method" ("id") DEFERRABLE INITIALLY DEFERRED, "zone_id" bigint NOT NULL REFERENCES "shipping_zone" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_reach_per_method_and_zone" UNIQUE ("method_id", "zone_id"), CONSTRAINT "reach_hours_in_order" CHECK ("hours_min" <= ("hours_max")));
CREATE TABLE "shipping_pickupterms" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "keeps_days" smallint unsigned NOT NULL CHECK ("keeps_days" >= 0), "is_free" bool NOT NULL, "outlet_id" bigint NOT NULL UNIQUE REFERENCES "outlets_outlet" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "order_kept_for_some_days" CHECK ("keeps_days" BETWEEN 1 AND 30));
CREATE TABLE "simple_translation_simpletranslation" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT);
CREATE TABLE "django_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(50) NOT NULL, "domain" varchar(100) NOT NULL UNIQUE);
CREATE TABLE "usersessions_usersession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "ip" char(39) NOT NULL, "last_seen_at" datetime NOT NULL, "session_key" varchar(40) NOT NULL UNIQUE, "user_agent" varchar(200) NOT NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)), "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "voucher_voucherapplication" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "order_id" bigint NOT NULL REFERENCES "order_order" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "voucher_id" bigint NOT NULL REFERENCES "voucher_voucher" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "voucher_voucher" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "code" varchar(128) NOT NULL UNIQUE, "usage" varchar(128) NOT NULL, "start_datetime" datetime NOT NULL, "end_datetime" datetime NOT NULL, "num_basket_additions" integer unsigned NOT NULL CHECK ("num_basket_additions" >= 0), "num_orders" integer unsigned NOT NULL CHECK ("num_orders" >= 0), "total_discount" decimal NOT NULL, "date_created" datetime NOT NULL, "voucher_set_id" bigint NULL REFERENCES "voucher_voucherset" ("id") DEFERRABLE INITIALLY DEFERRED, "name" varchar(128) NOT NULL UNIQUE);
CREATE TABLE "voucher_voucherset" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "count" integer unsigned NOT NULL CHECK ("count" >= 0), "code_length" integer NOT NULL, "description" text NOT NULL, "date_created" datetime NOT NULL, "start_datetime" datetime NOT NULL, "end_datetime" datetime NOT NULL);
CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT);
CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL);
CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wagtailembeds_embed" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "url" text NOT NULL, "max_width" smallint NULL, "type" varchar(10) NOT NULL, "html" text NOT NULL, "title" text NOT NULL, "author_name" text NOT NULL, "provider_name" text NOT NULL, "width" integer NULL, "height" integer NULL, "last_updated" datetime NOT NULL, "hash" varchar(32) NOT NULL UNIQUE, "thumbnail_url" text NOT NULL, "cache_until" datetime NULL);
CREATE TABLE "wagtailforms_formsubmission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submit_time" datetime NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "form_data" text NOT NULL CHECK ((JSON_VALID("form_data") OR "form_data" IS NULL)));
CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL);
CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" bigint NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL);
CREATE TABLE "wagtailredirects_redirect" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "old_path" varchar(255) NOT NULL, "is_permanent" bool NOT NULL, "redirect_link" varchar(255) NOT NULL, "redirect_page_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED, "automatically_created" bool NOT NULL, "created_at" datetime NULL, "redirect_page_route_path" varchar(255) NOT NULL);
CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL);
CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title);
CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL);
CREATE TABLE "wishlists_line" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "quantity" integer unsigned NOT NULL CHECK ("quantity" >= 0), "title" varchar(255) NOT NULL, "product_id" bigint NULL REFERENCES "catalogue_product" ("id") DEFERRABLE INITIALLY DEFERRED, "wishlist_id" bigint NOT NULL REFERENCES "wishlists_wishlist" ("id") DEFERRABLE INITIALLY DEFERRED);
CREATE TABLE "wishlists_wishlist" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "key" varchar(6) NOT NULL UNIQUE, "visibility" varchar(20) NOT NULL, "owner_id" bigint NOT NULL REFERENCES "accounts_user" ("id") DEFERRABLE INITIALLY DEFERRED, "date_created" datetime NOT NULL);
CREATE TABLE "wishlists_wishlistsharedemail" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "email" varchar(254) NOT NULL, "wishlist_id" bigint NOT NULL REFERENCES "wishlists_wishlist" ("id") DEFERRABLE INITIALLY DEFERRED);
INSERT INTO "django_migrations" VALUES
(1,'contenttypes','0001_initial',''),
(2,'contenttypes','0002_remove_content_type_name',''),
(3,'auth','0001_initial',''),
(4,'auth','0002_alter_permission_name_max_length',''),
(5,'auth','0003_alter_user_email_max_length',''),
(6,'auth','0004_alter_user_username_opts',''),
(7,'auth','0005_alter_user_last_login_null',''),
(8,'auth','0006_require_contenttypes_0002',''),
(9,'auth','0007_alter_validators_add_error_messages',''),
(10,'auth','0008_alter_user_username_max_length',''),
(11,'auth','0009_alter_user_last_name_max_length',''),
(12,'auth','0010_alter_group_name_max_length',''),
(13,'auth','0011_update_proxy_permissions',''),
(14,'auth','0012_alter_user_first_name_max_length',''),
(15,'accounts','0001_initial',''),
(16,'account','0001_initial',''),
(17,'account','0002_email_max_length',''),
(18,'account','0003_alter_emailaddress_create_unique_verified_email',''),
(19,'account','0004_alter_emailaddress_drop_unique_email',''),
(20,'account','0005_emailaddress_idx_upper_email',''),
(21,'account','0006_emailaddress_lower',''),
(22,'account','0007_emailaddress_idx_email',''),
(23,'account','0008_emailaddress_unique_primary_email_fixup',''),
(24,'account','0009_emailaddress_unique_primary_email',''),
(25,'address','0001_initial',''),
(26,'address','0002_auto_20150927_1547',''),
(27,'address','0003_auto_20150927_1551',''),
(28,'address','0004_auto_20170226_1122',''),
(29,'address','0005_regenerate_user_address_hashes',''),
(30,'address','0006_auto_20181115_1953',''),
(31,'address','0007_useraddress_code',''),
(32,'admin','0001_initial',''),
(33,'admin','0002_logentry_remove_auto_add',''),
(34,'admin','0003_logentry_add_action_flag_choices',''),
(35,'catalogue','0001_initial',''),
(36,'customer','0001_initial',''),
(37,'alerting','0001_contacts',''),
(38,'analytics','0001_initial',''),
(39,'analytics','0002_auto_20140827_1705',''),
(40,'analytics','0003_auto_20200801_0817',''),
(41,'sites','0001_initial',''),
(42,'partner','0001_initial',''),
(43,'basket','0001_initial',''),
(44,'basket','0002_auto_20140827_1705',''),
(45,'order','0001_initial',''),
(46,'offer','0001_initial',''),
(47,'voucher','0001_initial',''),
(48,'basket','0003_basket_vouchers',''),
(49,'basket','0004_auto_20141007_2032',''),
(50,'basket','0005_auto_20150604_1450',''),
(51,'basket','0006_auto_20160111_1108',''),
(52,'basket','0007_slugfield_noop',''),
(53,'basket','0008_auto_20181115_1953',''),
(54,'basket','0009_line_date_updated',''),
(55,'basket','0010_json_basket_option',''),
(56,'basket','0011_json_basket_option',''),
(57,'basket','0012_line_code',''),
(58,'partner','0002_auto_20141007_2032',''),
(59,'partner','0003_auto_20150604_1450',''),
(60,'partner','0004_auto_20160107_1755',''),
(61,'partner','0005_auto_20181115_1953',''),
(62,'partner','0006_auto_20200724_0909',''),
(63,'partner','0007_partneraddress_code',''),
(64,'wagtailcore','0001_initial',''),
(65,'wagtailcore','0002_initial_data',''),
(66,'wagtailcore','0003_add_uniqueness_constraint_on_group_page_permission',''),
(67,'wagtailcore','0004_page_locked',''),
(68,'wagtailcore','0005_add_page_lock_permission_to_moderators',''),
(69,'wagtailcore','0006_add_lock_page_permission',''),
(70,'wagtailcore','0007_page_latest_revision_created_at',''),
(71,'wagtailcore','0008_populate_latest_revision_created_at',''),
(72,'wagtailcore','0009_remove_auto_now_add_from_pagerevision_created_at',''),
(73,'wagtailcore','0010_change_page_owner_to_null_on_delete',''),
(74,'wagtailcore','0011_page_first_published_at',''),
(75,'wagtailcore','0012_extend_page_slug_field',''),
(76,'wagtailcore','0013_update_golive_expire_help_text',''),
(77,'wagtailcore','0014_add_verbose_name',''),
(78,'wagtailcore','0015_add_more_verbose_names',''),
(79,'wagtailcore','0016_change_page_url_path_to_text_field',''),
(80,'wagtailcore','0017_change_edit_page_permission_description',''),
(81,'wagtailcore','0018_pagerevision_submitted_for_moderation_index',''),
(82,'wagtailcore','0019_verbose_names_cleanup',''),
(83,'wagtailcore','0020_add_index_on_page_first_published_at',''),
(84,'wagtailcore','0021_capitalizeverbose',''),
(85,'wagtailcore','0022_add_site_name',''),
(86,'wagtailcore','0023_alter_page_revision_on_delete_behaviour',''),
(87,'wagtailcore','0024_collection',''),
(88,'wagtailcore','0025_collection_initial_data',''),
(89,'wagtailcore','0026_group_collection_permission',''),
(90,'wagtailcore','0027_fix_collection_path_collation',''),
(91,'wagtailcore','0024_alter_page_content_type_on_delete_behaviour',''),
(92,'wagtailcore','0028_merge',''),
(93,'wagtailcore','0029_unicode_slugfield_dj19',''),
(94,'wagtailcore','0030_index_on_pagerevision_created_at',''),
(95,'wagtailcore','0031_add_page_view_restriction_types',''),
(96,'wagtailcore','0032_add_bulk_delete_page_permission',''),
(97,'wagtailcore','0033_remove_golive_expiry_help_text',''),
(98,'wagtailcore','0034_page_live_revision',''),
(99,'wagtailcore','0035_page_last_published_at',''),
(100,'wagtailcore','0036_populate_page_last_published_at',''),
(101,'wagtailcore','0037_set_page_owner_editable',''),
(102,'wagtailcore','0038_make_first_published_at_editable',''),
(103,'wagtailcore','0039_collectionviewrestriction',''),
(104,'wagtailcore','0040_page_draft_title',''),
(105,'wagtailcore','0041_group_collection_permissions_verbose_name_plural',''),
(106,'wagtailcore','0042_index_on_pagerevision_approved_go_live_at',''),
(107,'wagtailcore','0043_lock_fields',''),
(108,'wagtailcore','0044_add_unlock_grouppagepermission',''),
(109,'wagtailcore','0045_assign_unlock_grouppagepermission',''),
(110,'wagtailcore','0046_site_name_remove_null',''),
(111,'wagtailcore','0047_add_workflow_models',''),
(112,'wagtailcore','0048_add_default_workflows',''),
(113,'wagtailcore','0049_taskstate_finished_by',''),
(114,'wagtailcore','0050_workflow_rejected_to_needs_changes',''),
(115,'wagtailcore','0051_taskstate_comment',''),
(116,'wagtailcore','0052_pagelogentry',''),
(117,'wagtailcore','0053_locale_model',''),
(118,'wagtailcore','0054_initial_locale',''),
(119,'wagtailcore','0055_page_locale_fields',''),
(120,'wagtailcore','0056_page_locale_fields_populate',''),
(121,'wagtailcore','0057_page_locale_fields_notnull',''),
(122,'wagtailcore','0058_page_alias_of',''),
(123,'wagtailcore','0059_apply_collection_ordering',''),
(124,'wagtailcore','0060_fix_workflow_unique_constraint',''),
(125,'wagtailcore','0061_change_promote_tab_helpt_text_and_verbose_names',''),
(126,'wagtailcore','0062_comment_models_and_pagesubscription',''),
(127,'wagtailcore','0063_modellogentry',''),
(128,'wagtailcore','0064_log_timestamp_indexes',''),
(129,'wagtailcore','0065_log_entry_uuid',''),
(130,'wagtailcore','0066_collection_management_permissions',''),
(131,'wagtailcore','0067_alter_pagerevision_content_json',''),
(132,'wagtailcore','0068_log_entry_empty_object',''),
(133,'wagtailcore','0069_log_entry_jsonfield',''),
(134,'wagtailcore','0070_rename_pagerevision_revision',''),
(135,'wagtailcore','0071_populate_revision_content_type',''),
(136,'wagtailcore','0072_alter_revision_content_type_notnull',''),
(137,'wagtailcore','0073_page_latest_revision',''),
(138,'wagtailcore','0074_revision_object_str',''),
(139,'wagtailcore','0075_populate_latest_revision_and_revision_object_str',''),
(140,'wagtailcore','0076_modellogentry_revision',''),
(141,'wagtailcore','0077_alter_revision_user',''),
(142,'wagtailcore','0078_referenceindex',''),
(143,'wagtailcore','0079_rename_taskstate_page_revision',''),
(144,'wagtailcore','0080_generic_workflowstate',''),
(145,'wagtailcore','0081_populate_workflowstate_content_type',''),
(146,'wagtailcore','0082_alter_workflowstate_content_type_notnull',''),
(147,'wagtailcore','0083_workflowcontenttype',''),
(148,'wagtailcore','0084_add_default_page_permissions',''),
(149,'wagtailcore','0085_add_grouppagepermission_permission',''),
(150,'wagtailcore','0086_populate_grouppagepermission_permission',''),
(151,'wagtailcore','0087_alter_grouppagepermission_unique_together_and_more',''),
(152,'wagtailcore','0088_fix_log_entry_json_timestamps',''),
(153,'wagtailcore','0089_log_entry_data_json_null_to_object',''),
(154,'wagtailcore','0090_remove_grouppagepermission_permission_type',''),
(155,'wagtailcore','0091_remove_revision_submitted_for_moderation',''),
(156,'wagtailcore','0092_alter_collectionviewrestriction_password_and_more',''),
(157,'wagtailcore','0093_uploadedfile',''),
(158,'wagtailcore','0094_alter_page_locale',''),
(159,'wagtailcore','0095_groupsitepermission',''),
(160,'wagtailcore','0096_referenceindex_referenceindex_source_object_and_more',''),
(161,'wagtailcore','0097_baselogentry_uuid_action_timestamp_indexes',''),
(162,'wagtailcore','0098_apitoken',''),
(163,'taggit','0001_initial',''),
(164,'taggit','0002_auto_20150616_2121',''),
(165,'taggit','0003_taggeditem_add_unique_index',''),
(166,'taggit','0004_alter_taggeditem_content_type_alter_taggeditem_tag',''),
(167,'taggit','0005_auto_20220424_2025',''),
(168,'taggit','0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx',''),
(169,'catalogue','0002_auto_20150217_1221',''),
(170,'catalogue','0003_data_migration_slugs',''),
(171,'catalogue','0004_auto_20150217_1710',''),
(172,'catalogue','0005_auto_20150604_1450',''),
(173,'catalogue','0006_auto_20150807_1725',''),
(174,'catalogue','0007_auto_20151207_1440',''),
(175,'catalogue','0008_auto_20160304_1652',''),
(176,'catalogue','0009_slugfield_noop',''),
(177,'catalogue','0010_auto_20170420_0439',''),
(178,'catalogue','0011_auto_20170422_1355',''),
(179,'catalogue','0012_auto_20170609_1902',''),
(180,'catalogue','0013_auto_20170821_1548',''),
(181,'catalogue','0014_auto_20181115_1953',''),
(182,'catalogue','0015_product_is_public',''),
(183,'catalogue','0016_auto_20190327_0757',''),
(184,'catalogue','0017_auto_20190816_0938',''),
(185,'catalogue','0018_auto_20191220_0920',''),
(186,'catalogue','0019_option_required',''),
(187,'catalogue','0020_auto_20200801_0817',''),
(188,'catalogue','0021_auto_20201005_0844',''),
(189,'catalogue','0022_auto_20210210_0539',''),
(190,'catalogue','0023_auto_20210824_1414',''),
(191,'catalogue','0024_remove_duplicate_attributes',''),
(192,'catalogue','0025_attribute_code_uniquetogether_constraint',''),
(193,'catalogue','0026_predefined_product_options',''),
(194,'catalogue','0027_attributeoption_code_attributeoptiongroup_code_and_more',''),
(195,'catalogue','0028_product_priority',''),
(196,'catalogue','0029_product_code',''),
(197,'catalogue','0030_auto_20250217_1247',''),
(198,'catalogue','0031_productcategoryhierarchy',''),
(199,'catalogue','0032_category_exclude_from_menu_category_long_description',''),
(200,'catalogue','0033_groups_pictures_stars',''),
(201,'partner','0008_places_and_producers',''),
(202,'catalogue','0034_product_search_text',''),
(203,'catalogue','0035_product_groups_in_two_languages',''),
(204,'catalogue','0036_stars_withdrawn',''),
(205,'catalogue','0037_listing_stages',''),
(206,'cms','0001_initial',''),
(207,'order','0002_auto_20141007_2032',''),
(208,'order','0003_auto_20150113_1629',''),
(209,'order','0004_auto_20160111_1108',''),
(210,'order','0005_update_email_length',''),
(211,'order','0006_orderstatuschange',''),
(212,'order','0007_auto_20181115_1953',''),
(213,'customer','0002_auto_20150807_1725',''),
(214,'customer','0003_update_email_length',''),
(215,'customer','0004_email_save',''),
(216,'customer','0005_auto_20181115_1953',''),
(217,'communication','0001_initial',''),
(218,'order','0008_auto_20190301_1035',''),
(219,'communication','0002_reset_table_names',''),
(220,'communication','0003_remove_notification_category_make_code_uppercase',''),
(221,'communication','0004_auto_20200801_0817',''),
(222,'office','0001_initial',''),
(223,'office','0002_paper',''),
(224,'office','0003_clocks_holidays_access',''),
(225,'partner','0009_stock_places_and_holds',''),
(226,'order','0008_surcharge',''),
(227,'order','0010_auto_20200724_0909',''),
(228,'order','0011_auto_20200801_0817',''),
(229,'order','0012_json_option_value',''),
(230,'order','0013_json_option_value',''),
(231,'order','0014_tax_code',''),
(232,'order','0015_orderlinediscount',''),
(233,'order','0016_line_allocation_cancelled_line_num_allocated',''),
(234,'order','0017_set_num_allocated_to_quantity',''),
(235,'order','0018_alter_line_num_allocated',''),
(236,'order','0019_order_analytics_tracked',''),
(237,'order','0020_alter_order_analytics_tracked',''),
(238,'order','0021_billingaddress_code_shippingaddress_code',''),
(239,'order','0022_parcels_and_consents',''),
(240,'order','0023_language_of_the_buyer',''),
(241,'order','0024_awaiting_and_holds',''),
(242,'order','0025_parcels_on_their_way',''),
(243,'order','0026_discounts',''),
(244,'order','0027_consents_without_an_order',''),
(245,'office','0004_holidays_2026_2028',''),
(246,'complaints','0001_initial',''),
(247,'complaints','0002_times',''),
(248,'reviews','0001_initial',''),
(249,'flatpages','0001_initial',''),
(250,'customer','0006_auto_20190430_1736',''),
(251,'customer','0007_auto_20200801_0817',''),
(252,'customer','0008_assign_permissions_to_staff',''),
(253,'customer_account','0001_addresses_and_claims',''),
(254,'ledger','0001_initial',''),
(255,'ledger','0002_never_changed',''),
(256,'mfa','0001_initial',''),
(257,'mfa','0002_authenticator_timestamps',''),
(258,'mfa','0003_authenticator_type_uniq',''),
(259,'offer','0002_auto_20151210_1053',''),
(260,'offer','0003_auto_20161120_1707',''),
(261,'offer','0004_auto_20170415_1518',''),
(262,'offer','0005_auto_20170423_1217',''),
(263,'offer','0006_auto_20170504_0616',''),
(264,'offer','0007_conditionaloffer_exclusive',''),
(265,'offer','0008_auto_20181115_1953',''),
(266,'offer','0009_auto_20200801_0817',''),
(267,'offer','0010_conditionaloffer_combinations',''),
(268,'offer','0011_rangeproductfileupload_included',''),
(269,'offer','0012_fixedunitdiscountbenefit_alter_benefit_type',''),
(270,'offer','0013_range_excluded_categories',''),
(271,'offer','0014_borne_by',''),
(272,'office','0005_tet_2025_holidays_2029_2035',''),
(273,'outlets','0001_outlets',''),
(274,'order','0028_delivery_the_shop_bears',''),
(275,'order','0029_fetched_at_outlets',''),
(276,'order','0030_goods_that_lie_at_outlets',''),
(277,'outlets','0002_notes_stay',''),
(278,'outlets','0003_standards_targets_report_clock',''),
(279,'outlets','0004_notes_of_fetched_orders',''),
(280,'outlets','0005_tours_in_more_languages',''),
(281,'outlets','0006_criteria_compared',''),
(282,'outlets','0007_wording_of_criteria',''),
(283,'outlets','0008_wording_of_stages',''),
(284,'outlets','0009_at_tet',''),
(285,'payment','0001_initial',''),
(286,'payment','0002_auto_20141007_2032',''),
(287,'payment','0003_auto_20160323_1520',''),
(288,'payment','0004_auto_20181115_1953',''),
(289,'payment','0005_auto_20200801_0817',''),
(290,'payment','0006_dues_and_payments',''),
(291,'payment','0007_fees_of_providers',''),
(292,'personal_data','0001_initial',''),
(293,'personal_data','0002_times',''),
(294,'wagtaildocs','0001_initial',''),
(295,'wagtaildocs','0002_initial_data',''),
(296,'wagtaildocs','0003_add_verbose_names',''),
(297,'wagtaildocs','0004_capitalizeverbose',''),
(298,'wagtaildocs','0005_document_collection',''),
(299,'wagtaildocs','0006_copy_document_permissions_to_collections',''),
(300,'wagtaildocs','0005_alter_uploaded_by_user_on_delete_action',''),
(301,'wagtaildocs','0007_merge',''),
(302,'wagtaildocs','0008_document_file_size',''),
(303,'wagtaildocs','0009_document_verbose_name_plural',''),
(304,'wagtaildocs','0010_document_file_hash',''),
(305,'wagtailadmin','0001_create_admin_access_permissions',''),
(306,'wagtaildocs','0011_add_choose_permissions',''),
(307,'wagtaildocs','0012_uploadeddocument',''),
(308,'wagtaildocs','0013_delete_uploadeddocument',''),
(309,'wagtaildocs','0014_alter_document_file_size',''),
(310,'programme','0001_initial',''),
(311,'programme','0002_recognition_document_is_a_paper',''),
(312,'programme','0003_recognition_ended_by_and_search_text',''),
(313,'programme','0004_fill_ended_by_and_search_text',''),
(314,'programme','0005_one_recognition_per_decision_and_one_expiry',''),
(315,'reviews','0002_update_email_length',''),
(316,'reviews','0003_auto_20160802_1358',''),
(317,'reviews','0004_auto_20170429_0941',''),
(318,'reviews','0005_productreview_code',''),
(319,'reviews','0006_verified_and_reply',''),
(320,'returning','0001_after_the_order',''),
(321,'returning','0002_first_rules_of_return',''),
(322,'returning','0003_a_return_nobody_answered',''),
(323,'returning','0004_discount_of_what_comes_back',''),
(324,'returning','0005_shares_of_returns_asked_before',''),
(325,'returning','0006_not_fetched',''),
(326,'returning','0007_a_form_sent_twice',''),
(327,'sessions','0001_initial',''),
(328,'settling','0001_payouts_and_rates',''),
(329,'settling','0002_withholding_rates',''),
(330,'shipping','0001_initial',''),
(331,'shipping','0002_auto_20150604_1450',''),
(332,'shipping','0003_auto_20181115_1953',''),
(333,'shipping','0004_zones_and_rates',''),
(334,'shipping','0005_terms_of_fetching',''),
(335,'simple_translation','0001_initial',''),
(336,'sites','0002_alter_domain_unique',''),
(337,'usersessions','0001_initial',''),
(338,'voucher','0002_auto_20170418_2132',''),
(339,'voucher','0003_auto_20171212_0411',''),
(340,'voucher','0004_auto_20180228_0940',''),
(341,'voucher','0005_auto_20180402_1425',''),
(342,'voucher','0006_auto_20180413_0911',''),
(343,'voucher','0007_auto_20181115_1953',''),
(344,'voucher','0008_auto_20200801_0817',''),
(345,'voucher','0009_make_voucher_names_unique',''),
(346,'voucher','0010_auto_20210224_0712',''),
(347,'wagtailadmin','0002_admin',''),
(348,'wagtailadmin','0003_admin_managed',''),
(349,'wagtailadmin','0004_editingsession',''),
(350,'wagtailadmin','0005_editingsession_is_editing',''),
(351,'wagtailadmin','0006_formstate',''),
(352,'wagtailembeds','0001_initial',''),
(353,'wagtailembeds','0002_add_verbose_names',''),
(354,'wagtailembeds','0003_capitalizeverbose',''),
(355,'wagtailembeds','0004_embed_verbose_name_plural',''),
(356,'wagtailembeds','0005_specify_thumbnail_url_max_length',''),
(357,'wagtailembeds','0006_add_embed_hash',''),
(358,'wagtailembeds','0007_populate_hash',''),
(359,'wagtailembeds','0008_allow_long_urls',''),
(360,'wagtailembeds','0009_embed_cache_until',''),
(361,'wagtailforms','0001_initial',''),
(362,'wagtailforms','0002_add_verbose_names',''),
(363,'wagtailforms','0003_capitalizeverbose',''),
(364,'wagtailforms','0004_add_verbose_name_plural',''),
(365,'wagtailforms','0005_alter_formsubmission_form_data',''),
(366,'wagtailimages','0001_initial',''),
(367,'wagtailimages','0002_initial_data',''),
(368,'wagtailimages','0003_fix_focal_point_fields',''),
(369,'wagtailimages','0004_make_focal_point_key_not_nullable',''),
(370,'wagtailimages','0005_make_filter_spec_unique',''),
(371,'wagtailimages','0006_add_verbose_names',''),
(372,'wagtailimages','0007_image_file_size',''),
(373,'wagtailimages','0008_image_created_at_index',''),
(374,'wagtailimages','0009_capitalizeverbose',''),
(375,'wagtailimages','0010_change_on_delete_behaviour',''),
(376,'wagtailimages','0011_image_collection',''),
(377,'wagtailimages','0012_copy_image_permissions_to_collections',''),
(378,'wagtailimages','0013_make_rendition_upload_callable',''),
(379,'wagtailimages','0014_add_filter_spec_field',''),
(380,'wagtailimages','0015_fill_filter_spec_field',''),
(381,'wagtailimages','0016_deprecate_rendition_filter_relation',''),
(382,'wagtailimages','0017_reduce_focal_point_key_max_length',''),
(383,'wagtailimages','0018_remove_rendition_filter',''),
(384,'wagtailimages','0019_delete_filter',''),
(385,'wagtailimages','0020_add-verbose-name',''),
(386,'wagtailimages','0021_image_file_hash',''),
(387,'wagtailimages','0022_uploadedimage',''),
(388,'wagtailimages','0023_add_choose_permissions',''),
(389,'wagtailimages','0024_index_image_file_hash',''),
(390,'wagtailimages','0025_alter_image_file_alter_rendition_file',''),
(391,'wagtailimages','0026_delete_uploadedimage',''),
(392,'wagtailimages','0027_image_description',''),
(393,'wagtailredirects','0001_initial',''),
(394,'wagtailredirects','0002_add_verbose_names',''),
(395,'wagtailredirects','0003_make_site_field_editable',''),
(396,'wagtailredirects','0004_set_unique_on_path_and_site',''),
(397,'wagtailredirects','0005_capitalizeverbose',''),
(398,'wagtailredirects','0006_redirect_increase_max_length',''),
(399,'wagtailredirects','0007_add_autocreate_fields',''),
(400,'wagtailredirects','0008_add_verbose_name_plural',''),
(401,'wagtailsearch','0001_initial',''),
(402,'wagtailsearch','0002_add_verbose_names',''),
(403,'wagtailsearch','0003_remove_editors_pick',''),
(404,'wagtailsearch','0004_querydailyhits_verbose_name_plural',''),
(405,'wagtailsearch','0005_create_indexentry',''),
(406,'wagtailsearch','0006_customise_indexentry',''),
(407,'wagtailsearch','0007_delete_editorspick',''),
(408,'wagtailsearch','0008_remove_query_and_querydailyhits_models',''),
(409,'wagtailsearch','0009_remove_ngram_autocomplete',''),
(410,'wagtailsearch','0010_add_text_fields',''),
(411,'wagtailusers','0001_initial',''),
(412,'wagtailusers','0002_add_verbose_name_on_userprofile',''),
(413,'wagtailusers','0003_add_verbose_names',''),
(414,'wagtailusers','0004_capitalizeverbose',''),
(415,'wagtailusers','0005_make_related_name_wagtail_specific',''),
(416,'wagtailusers','0006_userprofile_prefered_language',''),
(417,'wagtailusers','0007_userprofile_current_time_zone',''),
(418,'wagtailusers','0008_userprofile_avatar',''),
(419,'wagtailusers','0009_userprofile_verbose_name_plural',''),
(420,'wagtailusers','0010_userprofile_updated_comments_notifications',''),
(421,'wagtailusers','0011_userprofile_dismissibles',''),
(422,'wagtailusers','0012_userprofile_theme',''),
(423,'wagtailusers','0013_userprofile_density',''),
(424,'wagtailusers','0014_userprofile_contrast',''),
(425,'wagtailusers','0015_userprofile_keyboard_shortcuts',''),
(426,'wishlists','0001_initial',''),
(427,'wishlists','0002_auto_20160111_1108',''),
(428,'wishlists','0003_auto_20181115_1953',''),
(429,'wishlists','0004_auto_20220328_0939',''),
(430,'wagtailimages','0001_squashed_0021',''),
(431,'wagtailcore','0001_squashed_0016_change_page_url_path_to_text_field',''),
(432,'basket','0010_convert_to_valid_json',''),
(433,'order','0009_surcharge',''),
(434,'order','0012_convert_to_valid_json','');
INSERT INTO "django_content_type" VALUES
(1,'wagtailcore','page'),
(2,'wagtailcore','groupapprovaltask'),
(3,'wagtailcore','locale'),
(4,'wagtailcore','site'),
(5,'wagtailcore','groupsitepermission'),
(6,'wagtailcore','apitoken'),
(7,'wagtailcore','modellogentry'),
(8,'wagtailcore','revision'),
(9,'wagtailcore','collectionviewrestriction'),
(10,'wagtailcore','collection'),
(11,'wagtailcore','groupcollectionpermission'),
(12,'wagtailcore','uploadedfile'),
(13,'wagtailcore','workflowcontenttype'),
(14,'wagtailcore','workflowstate'),
(15,'wagtailcore','workflow'),
(16,'wagtailcore','workflowtask'),
(17,'wagtailcore','task'),
(18,'wagtailcore','taskstate'),
(19,'wagtailcore','grouppagepermission'),
(20,'wagtailcore','pageviewrestriction'),
(21,'wagtailcore','workflowpage'),
(22,'wagtailcore','pagelogentry'),
(23,'wagtailcore','comment'),
(24,'wagtailcore','commentreply'),
(25,'wagtailcore','pagesubscription'),
(26,'wagtailcore','referenceindex'),
(27,'wagtaildocs','document'),
(28,'wagtailadmin','admin'),
(29,'wagtailimages','image'),
(30,'alerting','contact'),
(31,'customer_account','claim'),
(32,'customer_account','savedaddress'),
(33,'cms','textpage'),
(34,'cms','homepage'),
(35,'cms','sitesettings'),
(36,'outlets','criterion'),
(37,'outlets','standard'),
(38,'outlets','target'),
(39,'outlets','consignment'),
(40,'outlets','keeping'),
(41,'outlets','note'),
(42,'outlets','noteline'),
(43,'outlets','operator'),
(44,'outlets','itinerary'),
(45,'outlets','groupcode'),
(46,'outlets','outlet'),
(47,'outlets','openspan'),
(48,'outlets','networkreport'),
(49,'outlets','mistake'),
(50,'outlets','marketyear'),
(51,'outlets','hourschange'),
(52,'outlets','credit'),
(53,'outlets','confirmationask'),
(54,'outlets','calendarkey'),
(55,'outlets','busy'),
(56,'outlets','producervisiting'),
(57,'outlets','recognitionapplication'),
(58,'outlets','answer'),
(59,'outlets','salesalert'),
(60,'outlets','shelfitem'),
(61,'outlets','specialdays'),
(62,'outlets','stop'),
(63,'outlets','verification'),
(64,'outlets','visit'),
(65,'outlets','stoptext'),
(66,'outlets','tourtext'),
(67,'catalogue','attributeoption'),
(68,'catalogue','attributeoptiongroup'),
(69,'catalogue','category'),
(70,'catalogue','option'),
(71,'catalogue','product'),
(72,'catalogue','productattribute'),
(73,'catalogue','productattributevalue'),
(74,'catalogue','productcategory'),
(75,'catalogue','productclass'),
(76,'catalogue','productimage'),
(77,'catalogue','productrecommendation'),
(78,'catalogue','productcategoryhierarchy'),
(79,'catalogue','criteriageneration'),
(80,'catalogue','productpicture'),
(81,'catalogue','synonym'),
(82,'catalogue','picture'),
(83,'catalogue','picturerendition'),
(84,'catalogue','productgroup'),
(85,'partner','partner'),
(86,'partner','partneraddress'),
(87,'partner','stockalert'),
(88,'partner','stockrecord'),
(89,'partner','area'),
(90,'partner','commune'),
(91,'partner','formercommune'),
(92,'partner','province'),
(93,'partner','hold'),
(94,'partner','stockplace'),
(95,'programme','recognition'),
(96,'programme','starchange'),
(97,'office','counter'),
(98,'office','job'),
(99,'office','notice'),
(100,'office','stagemove'),
(101,'office','paper'),
(102,'office','holiday'),
(103,'office','access'),
(104,'office','clock'),
(105,'accounts','user'),
(106,'ledger','account'),
(107,'ledger','entry'),
(108,'ledger','row'),
(109,'wagtailforms','formsubmission'),
(110,'wagtailredirects','redirect'),
(111,'simple_translation','simpletranslation'),
(112,'wagtailembeds','embed'),
(113,'wagtailusers','userprofile'),
(114,'settling','feerate'),
(115,'returning','returnrule'),
(116,'settling','taxrate'),
(117,'wagtailimages','rendition'),
(118,'wagtailsearch','indexentry'),
(119,'wagtailsearch','sqliteftsindexentry'),
(120,'wagtailadmin','editingsession'),
(121,'wagtailadmin','formstate'),
(122,'taggit','tag'),
(123,'taggit','taggeditem'),
(124,'admin','logentry'),
(125,'auth','permission'),
(126,'auth','group'),
(127,'contenttypes','contenttype'),
(128,'sessions','session'),
(129,'sites','site'),
(130,'flatpages','flatpage'),
(131,'account','emailaddress'),
(132,'account','emailconfirmation'),
(133,'mfa','authenticator'),
(134,'usersessions','usersession'),
(135,'analytics','productrecord'),
(136,'analytics','userproductview'),
(137,'analytics','userrecord'),
(138,'analytics','usersearch'),
(139,'address','country'),
(140,'address','useraddress'),
(141,'shipping','orderanditemcharges'),
(142,'shipping','weightband'),
(143,'shipping','weightbased'),
(144,'shipping','closedday'),
(145,'shipping','method'),
(146,'shipping','zone'),
(147,'shipping','carrierevent'),
(148,'shipping','owndelivery'),
(149,'shipping','reach'),
(150,'shipping','zonecommune'),
(151,'shipping','zoneprovince'),
(152,'shipping','handling'),
(153,'shipping','rate'),
(154,'shipping','pickupterms'),
(155,'reviews','productreview'),
(156,'reviews','vote'),
(157,'communication','communicationeventtype'),
(158,'communication','email'),
(159,'communication','notification'),
(160,'basket','basket'),
(161,'basket','line'),
(162,'basket','lineattribute'),
(163,'payment','bankcard'),
(164,'payment','source'),
(165,'payment','sourcetype'),
(166,'payment','transaction'),
(167,'payment','due'),
(168,'payment','attempt'),
(169,'payment','remittance'),
(170,'payment','settlement'),
(171,'payment','remittanceline'),
(172,'payment','refund'),
(173,'payment','statement'),
(174,'payment','bankline'),
(175,'payment','trouble'),
(176,'payment','callback'),
(177,'payment','fee'),
(178,'offer','benefit'),
(179,'offer','condition'),
(180,'offer','conditionaloffer'),
(181,'offer','range'),
(182,'offer','rangeproduct'),
(183,'offer','rangeproductfileupload'),
(184,'offer','absolutediscountbenefit'),
(185,'offer','countcondition'),
(186,'offer','coveragecondition'),
(187,'offer','fixedpricebenefit'),
(188,'offer','multibuydiscountbenefit'),
(189,'offer','percentagediscountbenefit'),
(190,'offer','shippingbenefit'),
(191,'offer','shippingabsolutediscountbenefit'),
(192,'offer','shippingfixedpricebenefit'),
(193,'offer','shippingpercentagediscountbenefit'),
(194,'offer','valuecondition'),
(195,'offer','fixedunitdiscountbenefit'),
(196,'order','billingaddress'),
(197,'order','communicationevent'),
(198,'order','line'),
(199,'order','lineattribute'),
(200,'order','lineprice'),
(201,'order','order'),
(202,'order','orderdiscount'),
(203,'order','ordernote'),
(204,'order','paymentevent'),
(205,'order','paymenteventquantity'),
(206,'order','paymenteventtype'),
(207,'order','shippingaddress'),
(208,'order','shippingevent'),
(209,'order','shippingeventquantity'),
(210,'order','shippingeventtype'),
(211,'order','orderstatuschange'),
(212,'order','surcharge'),
(213,'order','orderlinediscount'),
(214,'order','parcel'),
(215,'order','consent'),
(216,'order','pickup'),
(217,'settling','payoutaccount'),
(218,'settling','payoutbatch'),
(219,'settling','payout'),
(220,'settling','payoutline'),
(221,'complaints','complaint'),
(222,'complaints','entry'),
(223,'complaints','evidence'),
(224,'personal_data','datarequest'),
(225,'returning','invitationrefusal'),
(226,'returning','invitation'),
(227,'returning','linereview'),
(228,'returning','return'),
(229,'returning','returnline'),
(230,'returning','returnpicture'),
(231,'returning','cancellation'),
(232,'returning','faileddelivery'),
(233,'returning','invoicerequest'),
(234,'customer','productalert'),
(235,'voucher','voucher'),
(236,'voucher','voucherapplication'),
(237,'voucher','voucherset'),
(238,'wishlists','line'),
(239,'wishlists','wishlist'),
(240,'wishlists','wishlistsharedemail');
INSERT INTO "auth_group_permissions" VALUES
(1,2,109),
(2,2,110),
(3,2,111),
(4,1,109),
(5,1,110),
(6,1,111),
(7,2,112),
(8,1,112),
(9,2,113),
(10,1,113),
(11,2,114),
(12,2,115),
(13,2,116),
(14,1,114),
(15,1,115),
(16,1,116),
(17,2,117),
(18,1,117);
INSERT INTO "auth_permission" VALUES
(1,3,'add_locale','Can add locale'),
(2,3,'change_locale','Can change locale'),
(3,3,'delete_locale','Can delete locale'),
(4,3,'view_locale','Can view locale'),
(5,4,'add_site','Can add site'),
(6,4,'change_site','Can change site'),
(7,4,'delete_site','Can delete site'),
(8,4,'view_site','Can view site'),
(9,5,'add_groupsitepermission','Can add group site permission'),
(10,5,'change_groupsitepermission','Can change group site permission'),
(11,5,'delete_groupsitepermission','Can delete group site permission'),
(12,5,'view_groupsitepermission','Can view group site permission'),
(13,6,'add_apitoken','Can add API token'),
(14,6,'change_apitoken','Can change API token'),
(15,6,'delete_apitoken','Can delete API token'),
(16,6,'view_apitoken','Can view API token'),
(17,7,'add_modellogentry','Can add model log entry'),
(18,7,'change_modellogentry','Can change model log entry'),
(19,7,'delete_modellogentry','Can delete model log entry'),
(20,7,'view_modellogentry','Can view model log entry'),
(21,8,'add_revision','Can add revision'),
(22,8,'change_revision','Can change revision'),
(23,8,'delete_revision','Can delete revision'),
(24,8,'view_revision','Can view revision'),
(25,9,'add_collectionviewrestriction','Can add collection view restriction'),
(26,9,'change_collectionviewrestriction','Can change collection view restriction'),
(27,9,'delete_collectionviewrestriction','Can delete collection view restriction'),
(28,9,'view_collectionviewrestriction','Can view collection view restriction'),
(29,10,'add_collection','Can add collection'),
(30,10,'change_collection','Can change collection'),
(31,10,'delete_collection','Can delete collection'),
(32,10,'view_collection','Can view collection'),
(33,11,'add_groupcollectionpermission','Can add group collection permission'),
(34,11,'change_groupcollectionpermission','Can change group collection permission'),
(35,11,'delete_groupcollectionpermission','Can delete group collection permission'),
(36,11,'view_groupcollectionpermission','Can view group collection permission'),
(37,12,'add_uploadedfile','Can add uploaded file'),
(38,12,'change_uploadedfile','Can change uploaded file'),
(39,12,'delete_uploadedfile','Can delete uploaded file'),
(40,12,'view_uploadedfile','Can view uploaded file'),
(41,13,'add_workflowcontenttype','Can add workflow content type'),
(42,13,'change_workflowcontenttype','Can change workflow content type'),
(43,13,'delete_workflowcontenttype','Can delete workflow content type'),
(44,13,'view_workflowcontenttype','Can view workflow content type'),
(45,14,'add_workflowstate','Can add Workflow state'),
(46,14,'change_workflowstate','Can change Workflow state'),
(47,14,'delete_workflowstate','Can delete Workflow state'),
(48,14,'view_workflowstate','Can view Workflow state'),
(49,15,'add_workflow','Can add workflow'),
(50,15,'change_workflow','Can change workflow'),
(51,15,'delete_workflow','Can delete workflow'),
(52,15,'view_workflow','Can view workflow'),
(53,16,'add_workflowtask','Can add workflow task order'),
(54,16,'change_workflowtask','Can change workflow task order'),
(55,16,'delete_workflowtask','Can delete workflow task order'),
(56,16,'view_workflowtask','Can view workflow task order'),
(57,17,'add_task','Can add task'),
(58,17,'change_task','Can change task'),
(59,17,'delete_task','Can delete task'),
(60,17,'view_task','Can view task'),
(61,2,'add_groupapprovaltask','Can add Group approval task'),
(62,2,'change_groupapprovaltask','Can change Group approval task'),
(63,2,'delete_groupapprovaltask','Can delete Group approval task'),
(64,2,'view_groupapprovaltask','Can view Group approval task'),
(65,18,'add_taskstate','Can add Task state'),
(66,18,'change_taskstate','Can change Task state'),
(67,18,'delete_taskstate','Can delete Task state'),
(68,18,'view_taskstate','Can view Task state'),
(69,1,'add_page','Can add page'),
(70,1,'change_page','Can change page'),
(71,1,'delete_page','Can delete page'),
(72,1,'view_page','Can view page'),
(73,1,'bulk_delete_page','Delete pages with children'),
(74,1,'lock_page','Lock/unlock pages you''ve locked'),
(75,1,'publish_page','Publish any page'),
(76,1,'unlock_page','Unlock any page'),
(77,19,'add_grouppagepermission','Can add group page permission'),
(78,19,'change_grouppagepermission','Can change group page permission'),
(79,19,'delete_grouppagepermission','Can delete group page permission'),
(80,19,'view_grouppagepermission','Can view group page permission'),
(81,20,'add_pageviewrestriction','Can add page view restriction'),
(82,20,'change_pageviewrestriction','Can change page view restriction'),
(83,20,'delete_pageviewrestriction','Can delete page view restriction'),
(84,20,'view_pageviewrestriction','Can view page view restriction'),
(85,21,'add_workflowpage','Can add workflow page'),
(86,21,'change_workflowpage','Can change workflow page'),
(87,21,'delete_workflowpage','Can delete workflow page'),
(88,21,'view_workflowpage','Can view workflow page'),
(89,22,'add_pagelogentry','Can add page log entry'),
(90,22,'change_pagelogentry','Can change page log entry'),
(91,22,'delete_pagelogentry','Can delete page log entry'),
(92,22,'view_pagelogentry','Can view page log entry'),
(93,23,'add_comment','Can add comment'),
(94,23,'change_comment','Can change comment'),
(95,23,'delete_comment','Can delete comment'),
(96,23,'view_comment','Can view comment'),
(97,24,'add_commentreply','Can add comment reply'),
(98,24,'change_commentreply','Can change comment reply'),
(99,24,'delete_commentreply','Can delete comment reply'),
(100,24,'view_commentreply','Can view comment reply'),
(101,25,'add_pagesubscription','Can add page subscription'),
(102,25,'change_pagesubscription','Can change page subscription'),
(103,25,'delete_pagesubscription','Can delete page subscription'),
(104,25,'view_pagesubscription','Can view page subscription'),
(105,26,'add_referenceindex','Can add reference index'),
(106,26,'change_referenceindex','Can change reference index'),
(107,26,'delete_referenceindex','Can delete reference index'),
(108,26,'view_referenceindex','Can view reference index'),
(109,27,'add_document','Can add document'),
(110,27,'change_document','Can change document'),
(111,27,'delete_document','Can delete document'),
(112,28,'access_admin','Can access Wagtail admin'),
(113,27,'choose_document','Can choose document'),
(114,29,'add_image','Can add image'),
(115,29,'change_image','Can change image'),
(116,29,'delete_image','Can delete image'),
(117,29,'choose_image','Can choose image'),
(118,30,'add_contact','Can add contact of an alert'),
(119,30,'change_contact','Can change contact of an alert'),
(120,30,'delete_contact','Can delete contact of an alert'),
(121,30,'view_contact','Can view contact of an alert'),
(122,31,'add_claim','Can add claim of orders'),
(123,31,'change_claim','Can change claim of orders'),
(124,31,'delete_claim','Can delete claim of orders'),
(125,31,'view_claim','Can view claim of orders'),
(126,32,'add_savedaddress','Can add address'),
(127,32,'change_savedaddress','Can change address'),
(128,32,'delete_savedaddress','Can delete address'),
(129,32,'view_savedaddress','Can view address'),
(130,33,'add_textpage','Can add text page'),
(131,33,'change_textpage','Can change text page'),
(132,33,'delete_textpage','Can delete text page'),
(133,33,'view_textpage','Can view text page'),
(134,34,'add_homepage','Can add home page'),
(135,34,'change_homepage','Can change home page'),
(136,34,'delete_homepage','Can delete home page'),
(137,34,'view_homepage','Can view home page'),
(138,35,'add_sitesettings','Can add site owner and notices'),
(139,35,'change_sitesettings','Can change site owner and notices'),
(140,35,'delete_sitesettings','Can delete site owner and notices'),
(141,35,'view_sitesettings','Can view site owner and notices'),
(142,36,'add_criterion','Can add criterion'),
(143,36,'change_criterion','Can change criterion'),
(144,36,'delete_criterion','Can delete criterion'),
(145,36,'view_criterion','Can view criterion'),
(146,37,'add_standard','Can add criteria for points of sale'),
(147,37,'change_standard','Can change criteria for points of sale'),
(148,37,'delete_standard','Can delete criteria for points of sale'),
(149,37,'view_standard','Can view criteria for points of sale'),
(150,38,'add_target','Can add target of the network'),
(151,38,'change_target','Can change target of the network'),
(152,38,'delete_target','Can delete target of the network'),
(153,38,'view_target','Can view target of the network'),
(154,39,'add_consignment','Can add consignment'),
(155,39,'change_consignment','Can change consignment'),
(156,39,'delete_consignment','Can delete consignment'),
(157,39,'view_consignment','Can view consignment'),
(158,40,'add_keeping','Can add keeping'),
(159,40,'change_keeping','Can change keeping'),
(160,40,'delete_keeping','Can delete keeping'),
(161,40,'view_keeping','Can view keeping'),
(162,41,'add_note','Can add consignment note'),
(163,41,'change_note','Can change consignment note'),
(164,41,'delete_note','Can delete consignment note'),
(165,41,'view_note','Can view consignment note'),
(166,42,'add_noteline','Can add note line'),
(167,42,'change_noteline','Can change note line'),
(168,42,'delete_noteline','Can delete note line'),
(169,42,'view_noteline','Can view note line'),
(170,43,'add_operator','Can add tour operator'),
(171,43,'change_operator','Can change tour operator'),
(172,43,'delete_operator','Can delete tour operator'),
(173,43,'view_operator','Can view tour operator'),
(174,44,'add_itinerary','Can add tour'),
(175,44,'change_itinerary','Can change tour'),
(176,44,'delete_itinerary','Can delete tour'),
(177,44,'view_itinerary','Can view tour'),
(178,45,'add_groupcode','Can add group code'),
(179,45,'change_groupcode','Can change group code'),
(180,45,'delete_groupcode','Can delete group code'),
(181,45,'view_groupcode','Can view group code'),
(182,46,'add_outlet','Can add point of sale'),
(183,46,'change_outlet','Can change point of sale'),
(184,46,'delete_outlet','Can delete point of sale'),
(185,46,'view_outlet','Can view point of sale'),
(186,47,'add_openspan','Can add open span'),
(187,47,'change_openspan','Can change open span'),
(188,47,'delete_openspan','Can delete open span'),
(189,47,'view_openspan','Can view open span'),
(190,48,'add_networkreport','Can add half-year report'),
(191,48,'change_networkreport','Can change half-year report'),
(192,48,'delete_networkreport','Can delete half-year report'),
(193,48,'view_networkreport','Can view half-year report'),
(194,49,'add_mistake','Can add reported mistake'),
(195,49,'change_mistake','Can change reported mistake'),
(196,49,'delete_mistake','Can delete reported mistake'),
(197,49,'view_mistake','Can view reported mistake'),
(198,50,'add_marketyear','Can add market year'),
(199,50,'change_marketyear','Can change market year'),
(200,50,'delete_marketyear','Can delete market year'),
(201,50,'view_marketyear','Can view market year'),
(202,51,'add_hourschange','Can add hours change'),
(203,51,'change_hourschange','Can change hours change'),
(204,51,'delete_hourschange','Can delete hours change'),
(205,51,'view_hourschange','Can view hours change'),
(206,52,'add_credit','Can add credited purchase'),
(207,52,'change_credit','Can change credited purchase'),
(208,52,'delete_credit','Can delete credited purchase'),
(209,52,'view_credit','Can view credited purchase'),
(210,53,'add_confirmationask','Can add confirmation ask'),
(211,53,'change_confirmationask','Can change confirmation ask'),
(212,53,'delete_confirmationask','Can delete confirmation ask'),
(213,53,'view_confirmationask','Can view confirmation ask'),
(214,54,'add_calendarkey','Can add calendar address'),
(215,54,'change_calendarkey','Can change calendar address'),
(216,54,'delete_calendarkey','Can delete calendar address'),
(217,54,'view_calendarkey','Can view calendar address'),
(218,55,'add_busy','Can add busy time'),
(219,55,'change_busy','Can change busy time'),
(220,55,'delete_busy','Can delete busy time'),
(221,55,'view_busy','Can view busy time'),
(222,56,'add_producervisiting','Can add visiting conditions'),
(223,56,'change_producervisiting','Can change visiting conditions'),
(224,56,'delete_producervisiting','Can delete visiting conditions'),
(225,56,'view_producervisiting','Can view visiting conditions'),
(226,57,'add_recognitionapplication','Can add application for recognition'),
(227,57,'change_recognitionapplication','Can change application for recognition'),
(228,57,'delete_recognitionapplication','Can delete application for recognition'),
(229,57,'view_recognitionapplication','Can view application for recognition'),
(230,58,'add_answer','Can add answer'),
(231,58,'change_answer','Can change answer'),
(232,58,'delete_answer','Can delete answer'),
(233,58,'view_answer','Can view answer'),
(234,59,'add_salesalert','Can add sales alert'),
(235,59,'change_salesalert','Can change sales alert'),
(236,59,'delete_salesalert','Can delete sales alert'),
(237,59,'view_salesalert','Can view sales alert'),
(238,60,'add_shelfitem','Can add goods on the shelf'),
(239,60,'change_shelfitem','Can change goods on the shelf'),
(240,60,'delete_shelfitem','Can delete goods on the shelf'),
(241,60,'view_shelfitem','Can view goods on the shelf'),
(242,61,'add_specialdays','Can add special days'),
(243,61,'change_specialdays','Can change special days'),
(244,61,'delete_specialdays','Can delete special days'),
(245,61,'view_specialdays','Can view special days'),
(246,62,'add_stop','Can add stop'),
(247,62,'change_stop','Can change stop'),
(248,62,'delete_stop','Can delete stop'),
(249,62,'view_stop','Can view stop'),
(250,63,'add_verification','Can add verification'),
(251,63,'change_verification','Can change verification'),
(252,63,'delete_verification','Can delete verification'),
(253,63,'view_verification','Can view verification'),
(254,64,'add_visit','Can add visit'),
(255,64,'change_visit','Can change visit'),
(256,64,'delete_visit','Can delete visit'),
(257,64,'view_visit','Can view visit'),
(258,65,'add_stoptext','Can add stop text'),
(259,65,'change_stoptext','Can change stop text'),
(260,65,'delete_stoptext','Can delete stop text'),
(261,65,'view_stoptext','Can view stop text'),
(262,66,'add_tourtext','Can add tour text'),
(263,66,'change_tourtext','Can change tour text'),
(264,66,'delete_tourtext','Can delete tour text'),
(265,66,'view_tourtext','Can view tour text'),
(266,67,'add_attributeoption','Can add Attribute option'),
(267,67,'change_attributeoption','Can change Attribute option'),
(268,67,'delete_attributeoption','Can delete Attribute option'),
(269,67,'view_attributeoption','Can view Attribute option'),
(270,68,'add_attributeoptiongroup','Can add Attribute option group'),
(271,68,'change_attributeoptiongroup','Can change Attribute option group'),
(272,68,'delete_attributeoptiongroup','Can delete Attribute option group'),
(273,68,'view_attributeoptiongroup','Can view Attribute option group'),
(274,69,'add_category','Can add Category'),
(275,69,'change_category','Can change Category'),
(276,69,'delete_category','Can delete Category'),
(277,69,'view_category','Can view Category'),
(278,70,'add_option','Can add Option'),
(279,70,'change_option','Can change Option'),
(280,70,'delete_option','Can delete Option'),
(281,70,'view_option','Can view Option'),
(282,71,'add_product','Can add Product'),
(283,71,'change_product','Can change Product'),
(284,71,'delete_product','Can delete Product'),
(285,71,'view_product','Can view Product'),
(286,72,'add_productattribute','Can add Product attribute'),
(287,72,'change_productattribute','Can change Product attribute'),
(288,72,'delete_productattribute','Can delete Product attribute'),
(289,72,'view_productattribute','Can view Product attribute'),
(290,73,'add_productattributevalue','Can add Product attribute value'),
(291,73,'change_productattributevalue','Can change Product attribute value'),
(292,73,'delete_productattributevalue','Can delete Product attribute value'),
(293,73,'view_productattributevalue','Can view Product attribute value'),
(294,74,'add_productcategory','Can add Product category'),
(295,74,'change_productcategory','Can change Product category'),
(296,74,'delete_productcategory','Can delete Product category'),
(297,74,'view_productcategory','Can view Product category'),
(298,75,'add_productclass','Can add Product class'),
(299,75,'change_productclass','Can change Product class'),
(300,75,'delete_productclass','Can delete Product class'),
(301,75,'view_productclass','Can view Product class'),
(302,76,'add_productimage','Can add Product image'),
(303,76,'change_productimage','Can change Product image'),
(304,76,'delete_productimage','Can delete Product image'),
(305,76,'view_productimage','Can view Product image'),
(306,77,'add_productrecommendation','Can add Product recommendation'),
(307,77,'change_productrecommendation','Can change Product recommendation'),
(308,77,'delete_productrecommendation','Can delete Product recommendation'),
(309,77,'view_productrecommendation','Can view Product recommendation'),
(310,78,'add_productcategoryhierarchy','Can add Product category hierarchy'),
(311,78,'change_productcategoryhierarchy','Can change Product category hierarchy'),
(312,78,'delete_productcategoryhierarchy','Can delete Product category hierarchy'),
(313,78,'view_productcategoryhierarchy','Can view Product category hierarchy'),
(314,79,'add_criteriageneration','Can add generation of criteria'),
(315,79,'change_criteriageneration','Can change generation of criteria'),
(316,79,'delete_criteriageneration','Can delete generation of criteria'),
(317,79,'view_criteriageneration','Can view generation of criteria'),
(318,80,'add_productpicture','Can add product picture'),
(319,80,'change_productpicture','Can change product picture'),
(320,80,'delete_productpicture','Can delete product picture'),
(321,80,'view_productpicture','Can view product picture'),
(322,81,'add_synonym','Can add synonym'),
(323,81,'change_synonym','Can change synonym'),
(324,81,'delete_synonym','Can delete synonym'),
(325,81,'view_synonym','Can view synonym'),
(326,82,'add_picture','Can add picture'),
(327,82,'change_picture','Can change picture'),
(328,82,'delete_picture','Can delete picture'),
(329,82,'view_picture','Can view picture'),
(330,83,'add_picturerendition','Can add picture rendition'),
(331,83,'change_picturerendition','Can change picture rendition'),
(332,83,'delete_picturerendition','Can delete picture rendition'),
(333,83,'view_picturerendition','Can view picture rendition'),
(334,84,'add_productgroup','Can add product group'),
(335,84,'change_productgroup','Can change product group'),
(336,84,'delete_productgroup','Can delete product group'),
(337,84,'view_productgroup','Can view product group'),
(338,85,'add_partner','Can add producer'),
(339,85,'change_partner','Can change producer'),
(340,85,'delete_partner','Can delete producer'),
(341,85,'view_partner','Can view producer'),
(342,85,'dashboard_access','Can access dashboard'),
(343,86,'add_partneraddress','Can add Partner address'),
(344,86,'change_partneraddress','Can change Partner address'),
(345,86,'delete_partneraddress','Can delete Partner address'),
(346,86,'view_partneraddress','Can view Partner address'),
(347,87,'add_stockalert','Can add Stock alert'),
(348,87,'change_stockalert','Can change Stock alert'),
(349,87,'delete_stockalert','Can delete Stock alert'),
(350,87,'view_stockalert','Can view Stock alert'),
(351,88,'add_stockrecord','Can add Stock record'),
(352,88,'change_stockrecord','Can change Stock record'),
(353,88,'delete_stockrecord','Can delete Stock record'),
(354,88,'view_stockrecord','Can view Stock record'),
(355,89,'add_area','Can add area'),
(356,89,'change_area','Can change area'),
(357,89,'delete_area','Can delete area'),
(358,89,'view_area','Can view area'),
(359,90,'add_commune','Can add commune'),
(360,90,'change_commune','Can change commune'),
(361,90,'delete_commune','Can delete commune'),
(362,90,'view_commune','Can view commune'),
(363,91,'add_formercommune','Can add former commune'),
(364,91,'change_formercommune','Can change former commune'),
(365,91,'delete_formercommune','Can delete former commune'),
(366,91,'view_formercommune','Can view former commune'),
(367,92,'add_province','Can add province'),
(368,92,'change_province','Can change province'),
(369,92,'delete_province','Can delete province'),
(370,92,'view_province','Can view province'),
(371,93,'add_hold','Can add hold'),
(372,93,'change_hold','Can change hold'),
(373,93,'delete_hold','Can delete hold'),
(374,93,'view_hold','Can view hold'),
(375,94,'add_stockplace','Can add stock place'),
(376,94,'change_stockplace','Can change stock place'),
(377,94,'delete_stockplace','Can delete stock place'),
(378,94,'view_stockplace','Can view stock place'),
(379,95,'add_recognition','Can add recognition'),
(380,95,'change_recognition','Can change recognition'),
(381,95,'delete_recognition','Can delete recognition'),
(382,95,'view_recognition','Can view recognition'),
(383,96,'add_starchange','Can add change of stars'),
(384,96,'change_starchange','Can change change of stars'),
(385,96,'delete_starchange','Can delete change of stars'),
(386,96,'view_starchange','Can view change of stars'),
(387,97,'add_counter','Can add counter'),
(388,97,'change_counter','Can change counter'),
(389,97,'delete_counter','Can delete counter'),
(390,97,'view_counter','Can view counter'),
(391,98,'add_job','Can add job'),
(392,98,'change_job','Can change job'),
(393,98,'delete_job','Can delete job'),
(394,98,'view_job','Can view job'),
(395,99,'add_notice','Can add notice'),
(396,99,'change_notice','Can change notice'),
(397,99,'delete_notice','Can delete notice'),
(398,99,'view_notice','Can view notice'),
(399,100,'add_stagemove','Can add stage move'),
(400,100,'change_stagemove','Can change stage move'),
(401,100,'delete_stagemove','Can delete stage move'),
(402,100,'view_stagemove','Can view stage move'),
(403,101,'add_paper','Can add paper'),
(404,101,'change_paper','Can change paper'),
(405,101,'delete_paper','Can delete paper'),
(406,101,'view_paper','Can view paper'),
(407,102,'add_holiday','Can add holiday'),
(408,102,'change_holiday','Can change holiday'),
(409,102,'delete_holiday','Can delete holiday'),
(410,102,'view_holiday','Can view holiday'),
(411,103,'add_access','Can add access to personal data'),
(412,103,'change_access','Can change access to personal data'),
(413,103,'delete_access','Can delete access to personal data'),
(414,103,'view_access','Can view access to personal data'),
(415,104,'add_clock','Can add time limit'),
(416,104,'change_clock','Can change time limit'),
(417,104,'delete_clock','Can delete time limit'),
(418,104,'view_clock','Can view time limit'),
(419,105,'add_user','Can add user'),
(420,105,'change_user','Can change user'),
(421,105,'delete_user','Can delete user'),
(422,105,'view_user','Can view user'),
(423,106,'add_account','Can add account'),
(424,106,'change_account','Can change account'),
(425,106,'delete_account','Can delete account'),
(426,106,'view_account','Can view account'),
(427,107,'add_entry','Can add ledger entry'),
(428,107,'change_entry','Can change ledger entry'),
(429,107,'delete_entry','Can delete ledger entry'),
(430,107,'view_entry','Can view ledger entry'),
(431,108,'add_row','Can add ledger row'),
(432,108,'change_row','Can change ledger row'),
(433,108,'delete_row','Can delete ledger row'),
(434,108,'view_row','Can view ledger row'),
(435,109,'add_formsubmission','Can add form submission'),
(436,109,'change_formsubmission','Can change form submission'),
(437,109,'delete_formsubmission','Can delete form submission'),
(438,109,'view_formsubmission','Can view form submission'),
(439,110,'add_redirect','Can add redirect'),
(440,110,'change_redirect','Can change redirect'),
(441,110,'delete_redirect','Can delete redirect'),
(442,110,'view_redirect','Can view redirect'),
(443,111,'submit_translation','Can submit translations'),
(444,112,'add_embed','Can add embed'),
(445,112,'change_embed','Can change embed'),
(446,112,'delete_embed','Can delete embed'),
(447,112,'view_embed','Can view embed'),
(448,113,'add_userprofile','Can add user profile'),
(449,113,'change_userprofile','Can change user profile'),
(450,113,'delete_userprofile','Can delete user profile'),
(451,113,'view_userprofile','Can view user profile'),
(452,27,'view_document','Can view document'),
(453,29,'view_image','Can view image'),
(454,117,'add_rendition','Can add rendition'),
(455,117,'change_rendition','Can change rendition'),
(456,117,'delete_rendition','Can delete rendition'),
(457,117,'view_rendition','Can view rendition'),
(458,118,'add_indexentry','Can add index entry'),
(459,118,'change_indexentry','Can change index entry'),
(460,118,'delete_indexentry','Can delete index entry'),
(461,118,'view_indexentry','Can view index entry'),
(462,119,'add_sqliteftsindexentry','Can add sqliteftsindexentry'),
(463,119,'change_sqliteftsindexentry','Can change sqliteftsindexentry'),
(464,119,'delete_sqliteftsindexentry','Can delete sqliteftsindexentry'),
(465,119,'view_sqliteftsindexentry','Can view sqliteftsindexentry'),
(466,120,'add_editingsession','Can add editing session'),
(467,120,'change_editingsession','Can change editing session'),
(468,120,'delete_editingsession','Can delete editing session'),
(469,120,'view_editingsession','Can view editing session'),
(470,121,'add_formstate','Can add form state'),
(471,121,'change_formstate','Can change form state'),
(472,121,'delete_formstate','Can delete form state'),
(473,121,'view_formstate','Can view form state'),
(474,122,'add_tag','Can add tag'),
(475,122,'change_tag','Can change tag'),
(476,122,'delete_tag','Can delete tag'),
(477,122,'view_tag','Can view tag'),
(478,123,'add_taggeditem','Can add tagged item'),
(479,123,'change_taggeditem','Can change tagged item'),
(480,123,'delete_taggeditem','Can delete tagged item'),
(481,123,'view_taggeditem','Can view tagged item'),
(482,124,'add_logentry','Can add log entry'),
(483,124,'change_logentry','Can change log entry'),
(484,124,'delete_logentry','Can delete log entry'),
(485,124,'view_logentry','Can view log entry'),
(486,125,'add_permission','Can add permission'),
(487,125,'change_permission','Can change permission'),
(488,125,'delete_permission','Can delete permission'),
(489,125,'view_permission','Can view permission'),
(490,126,'add_group','Can add group'),
(491,126,'change_group','Can change group'),
(492,126,'delete_group','Can delete group'),
(493,126,'view_group','Can view group'),
(494,127,'add_contenttype','Can add content type'),
(495,127,'change_contenttype','Can change content type'),
(496,127,'delete_contenttype','Can delete content type'),
(497,127,'view_contenttype','Can view content type'),
(498,128,'add_session','Can add session'),
(499,128,'change_session','Can change session'),
(500,128,'delete_session','Can delete session'),
(501,128,'view_session','Can view session'),
(502,129,'add_site','Can add site'),
(503,129,'change_site','Can change site'),
(504,129,'delete_site','Can delete site'),
(505,129,'view_site','Can view site'),
(506,130,'add_flatpage','Can add flat page'),
(507,130,'change_flatpage','Can change flat page'),
(508,130,'delete_flatpage','Can delete flat page'),
(509,130,'view_flatpage','Can view flat page'),
(510,131,'add_emailaddress','Can add email address'),
(511,131,'change_emailaddress','Can change email address'),
(512,131,'delete_emailaddress','Can delete email address'),
(513,131,'view_emailaddress','Can view email address'),
(514,132,'add_emailconfirmation','Can add email confirmation'),
(515,132,'change_emailconfirmation','Can change email confirmation'),
(516,132,'delete_emailconfirmation','Can delete email confirmation'),
(517,132,'view_emailconfirmation','Can view email confirmation'),
(518,133,'add_authenticator','Can add authenticator'),
(519,133,'change_authenticator','Can change authenticator'),
(520,133,'delete_authenticator','Can delete authenticator'),
(521,133,'view_authenticator','Can view authenticator'),
(522,134,'add_usersession','Can add user session'),
(523,134,'change_usersession','Can change user session'),
(524,134,'delete_usersession','Can delete user session'),
(525,134,'view_usersession','Can view user session'),
(526,135,'add_productrecord','Can add Product record'),
(527,135,'change_productrecord','Can change Product record'),
(528,135,'delete_productrecord','Can delete Product record'),
(529,135,'view_productrecord','Can view Product record'),
(530,136,'add_userproductview','Can add User product view'),
(531,136,'change_userproductview','Can change User product view'),
(532,136,'delete_userproductview','Can delete User product view'),
(533,136,'view_userproductview','Can view User product view'),
(534,137,'add_userrecord','Can add User record'),
(535,137,'change_userrecord','Can change User record'),
(536,137,'delete_userrecord','Can delete User record'),
(537,137,'view_userrecord','Can view User record'),
(538,138,'add_usersearch','Can add User search query'),
(539,138,'change_usersearch','Can change User search query'),
(540,138,'delete_usersearch','Can delete User search query'),
(541,138,'view_usersearch','Can view User search query'),
(542,139,'add_country','Can add Country'),
(543,139,'change_country','Can change Country'),
(544,139,'delete_country','Can delete Country'),
(545,139,'view_country','Can view Country'),
(546,140,'add_useraddress','Can add User address'),
(547,140,'change_useraddress','Can change User address'),
(548,140,'delete_useraddress','Can delete User address'),
(549,140,'view_useraddress','Can view User address'),
(550,141,'add_orderanditemcharges','Can add Order and Item Charge'),
(551,141,'change_orderanditemcharges','Can change Order and Item Charge'),
(552,141,'delete_orderanditemcharges','Can delete Order and Item Charge'),
(553,141,'view_orderanditemcharges','Can view Order and Item Charge'),
(554,142,'add_weightband','Can add Weight Band'),
(555,142,'change_weightband','Can change Weight Band'),
(556,142,'delete_weightband','Can delete Weight Band'),
(557,142,'view_weightband','Can view Weight Band'),
(558,143,'add_weightbased','Can add Weight-based Shipping Method'),
(559,143,'change_weightbased','Can change Weight-based Shipping Method'),
(560,143,'delete_weightbased','Can delete Weight-based Shipping Method'),
(561,143,'view_weightbased','Can view Weight-based Shipping Method'),
(562,144,'add_closedday','Can add day without delivery'),
(563,144,'change_closedday','Can change day without delivery'),
(564,144,'delete_closedday','Can delete day without delivery'),
(565,144,'view_closedday','Can view day without delivery'),
(566,145,'add_method','Can add delivery method'),
(567,145,'change_method','Can change delivery method'),
(568,145,'delete_method','Can delete delivery method'),
(569,145,'view_method','Can view delivery method'),
(570,146,'add_zone','Can add delivery zone'),
(571,146,'change_zone','Can change delivery zone'),
(572,146,'delete_zone','Can delete delivery zone'),
(573,146,'view_zone','Can view delivery zone'),
(574,147,'add_carrierevent','Can add report of a courier'),
(575,147,'change_carrierevent','Can change report of a courier'),
(576,147,'delete_carrierevent','Can delete report of a courier'),
(577,147,'view_carrierevent','Can view report of a courier'),
(578,148,'add_owndelivery','Can add delivery by the maker'),
(579,148,'change_owndelivery','Can change delivery by the maker'),
(580,148,'delete_owndelivery','Can delete delivery by the maker'),
(581,148,'view_owndelivery','Can view delivery by the maker'),
(582,149,'add_reach','Can add method in a zone'),
(583,149,'change_reach','Can change method in a zone'),
(584,149,'delete_reach','Can delete method in a zone'),
(585,149,'view_reach','Can view method in a zone'),
(586,150,'add_zonecommune','Can add zone commune'),
(587,150,'change_zonecommune','Can change zone commune'),
(588,150,'delete_zonecommune','Can delete zone commune'),
(589,150,'view_zonecommune','Can view zone commune'),
(590,151,'add_zoneprovince','Can add zone province'),
(591,151,'change_zoneprovince','Can change zone province'),
(592,151,'delete_zoneprovince','Can delete zone province'),
(593,151,'view_zoneprovince','Can view zone province'),
(594,152,'add_handling','Can add packing of a product'),
(595,152,'change_handling','Can change packing of a product'),
(596,152,'delete_handling','Can delete packing of a product'),
(597,152,'view_handling','Can view packing of a product'),
(598,153,'add_rate','Can add rate'),
(599,153,'change_rate','Can change rate'),
(600,153,'delete_rate','Can delete rate'),
(601,153,'view_rate','Can view rate'),
(602,154,'add_pickupterms','Can add terms of fetching orders'),
(603,154,'change_pickupterms','Can change terms of fetching orders'),
(604,154,'delete_pickupterms','Can delete terms of fetching orders'),
(605,154,'view_pickupterms','Can view terms of fetching orders'),
(606,155,'add_productreview','Can add Product review'),
(607,155,'change_productreview','Can change Product review'),
(608,155,'delete_productreview','Can delete Product review'),
(609,155,'view_productreview','Can view Product review'),
(610,156,'add_vote','Can add Vote'),
(611,156,'change_vote','Can change Vote'),
(612,156,'delete_vote','Can delete Vote'),
(613,156,'view_vote','Can view Vote'),
(614,157,'add_communicationeventtype','Can add Communication event type'),
(615,157,'change_communicationeventtype','Can change Communication event type'),
(616,157,'delete_communicationeventtype','Can delete Communication event type'),
(617,157,'view_communicationeventtype','Can view Communication event type'),
(618,158,'add_email','Can add Email'),
(619,158,'change_email','Can change Email'),
(620,158,'delete_email','Can delete Email'),
(621,158,'view_email','Can view Email'),
(622,159,'add_notification','Can add Notification'),
(623,159,'change_notification','Can change Notification'),
(624,159,'delete_notification','Can delete Notification'),
(625,159,'view_notification','Can view Notification'),
(626,160,'add_basket','Can add Basket'),
(627,160,'change_basket','Can change Basket'),
(628,160,'delete_basket','Can delete Basket'),
(629,160,'view_basket','Can view Basket'),
(630,161,'add_line','Can add Basket line'),
(631,161,'change_line','Can change Basket line'),
(632,161,'delete_line','Can delete Basket line'),
(633,161,'view_line','Can view Basket line'),
(634,162,'add_lineattribute','Can add Line attribute'),
(635,162,'change_lineattribute','Can change Line attribute'),
(636,162,'delete_lineattribute','Can delete Line attribute'),
(637,162,'view_lineattribute','Can view Line attribute'),
(638,163,'add_bankcard','Can add Bankcard'),
(639,163,'change_bankcard','Can change Bankcard'),
(640,163,'delete_bankcard','Can delete Bankcard'),
(641,163,'view_bankcard','Can view Bankcard'),
(642,164,'add_source','Can add Source'),
(643,164,'change_source','Can change Source'),
(644,164,'delete_source','Can delete Source'),
(645,164,'view_source','Can view Source'),
(646,165,'add_sourcetype','Can add Source Type'),
(647,165,'change_sourcetype','Can change Source Type'),
(648,165,'delete_sourcetype','Can delete Source Type'),
(649,165,'view_sourcetype','Can view Source Type'),
(650,166,'add_transaction','Can add Transaction'),
(651,166,'change_transaction','Can change Transaction'),
(652,166,'delete_transaction','Can delete Transaction'),
(653,166,'view_transaction','Can view Transaction'),
(654,167,'add_due','Can add sum owed'),
(655,167,'change_due','Can change sum owed'),
(656,167,'delete_due','Can delete sum owed'),
(657,167,'view_due','Can view sum owed'),
(658,168,'add_attempt','Can add try to pay'),
(659,168,'change_attempt','Can change try to pay'),
(660,168,'delete_attempt','Can delete try to pay'),
(661,168,'view_attempt','Can view try to pay'),
(662,169,'add_remittance','Can add courier''s remittance'),
(663,169,'change_remittance','Can change courier''s remittance'),
(664,169,'delete_remittance','Can delete courier''s remittance'),
(665,169,'view_remittance','Can view courier''s remittance'),
(666,170,'add_settlement','Can add payment received'),
(667,170,'change_settlement','Can change payment received'),
(668,170,'delete_settlement','Can delete payment received'),
(669,170,'view_settlement','Can view payment received'),
(670,171,'add_remittanceline','Can add remittance line'),
(671,171,'change_remittanceline','Can change remittance line'),
(672,171,'delete_remittanceline','Can delete remittance line'),
(673,171,'view_remittanceline','Can view remittance line'),
(674,172,'add_refund','Can add refund'),
(675,172,'change_refund','Can change refund'),
(676,172,'delete_refund','Can delete refund'),
(677,172,'view_refund','Can view refund'),
(678,173,'add_statement','Can add bank statement'),
(679,173,'change_statement','Can change bank statement'),
(680,173,'delete_statement','Can delete bank statement'),
(681,173,'view_statement','Can view bank statement'),
(682,174,'add_bankline','Can add bank line'),
(683,174,'change_bankline','Can change bank line'),
(684,174,'delete_bankline','Can delete bank line'),
(685,174,'view_bankline','Can view bank line'),
(686,175,'add_trouble','Can add payment to look at'),
(687,175,'change_trouble','Can change payment to look at'),
(688,175,'delete_trouble','Can delete payment to look at'),
(689,175,'view_trouble','Can view payment to look at'),
(690,176,'add_callback','Can add callback'),
(691,176,'change_callback','Can change callback'),
(692,176,'delete_callback','Can delete callback'),
(693,176,'view_callback','Can view callback'),
(694,177,'add_fee','Can add provider''s fee'),
(695,177,'change_fee','Can change provider''s fee'),
(696,177,'delete_fee','Can delete provider''s fee'),
(697,177,'view_fee','Can view provider''s fee'),
(698,178,'add_benefit','Can add Benefit'),
(699,178,'change_benefit','Can change Benefit'),
(700,178,'delete_benefit','Can delete Benefit'),
(701,178,'view_benefit','Can view Benefit'),
(702,179,'add_condition','Can add Condition'),
(703,179,'change_condition','Can change Condition'),
(704,179,'delete_condition','Can delete Condition'),
(705,179,'view_condition','Can view Condition'),
(706,180,'add_conditionaloffer','Can add Conditional offer'),
(707,180,'change_conditionaloffer','Can change Conditional offer'),
(708,180,'delete_conditionaloffer','Can delete Conditional offer'),
(709,180,'view_conditionaloffer','Can view Conditional offer'),
(710,181,'add_range','Can add Range'),
(711,181,'change_range','Can change Range'),
(712,181,'delete_range','Can delete Range'),
(713,181,'view_range','Can view Range'),
(714,182,'add_rangeproduct','Can add range product'),
(715,182,'change_rangeproduct','Can change range product'),
(716,182,'delete_rangeproduct','Can delete range product'),
(717,182,'view_rangeproduct','Can view range product'),
(718,183,'add_rangeproductfileupload','Can add Range Product Uploaded File'),
(719,183,'change_rangeproductfileupload','Can change Range Product Uploaded File'),
(720,183,'delete_rangeproductfileupload','Can delete Range Product Uploaded File'),
(721,183,'view_rangeproductfileupload','Can view Range Product Uploaded File'),
(722,184,'add_absolutediscountbenefit','Can add Absolute discount benefit'),
(723,184,'change_absolutediscountbenefit','Can change Absolute discount benefit'),
(724,184,'delete_absolutediscountbenefit','Can delete Absolute discount benefit'),
(725,184,'view_absolutediscountbenefit','Can view Absolute discount benefit'),
(726,185,'add_countcondition','Can add Count condition'),
(727,185,'change_countcondition','Can change Count condition'),
(728,185,'delete_countcondition','Can delete Count condition'),
(729,185,'view_countcondition','Can view Count condition'),
(730,186,'add_coveragecondition','Can add Coverage Condition'),
(731,186,'change_coveragecondition','Can change Coverage Condition'),
(732,186,'delete_coveragecondition','Can delete Coverage Condition'),
(733,186,'view_coveragecondition','Can view Coverage Condition'),
(734,187,'add_fixedpricebenefit','Can add Fixed price benefit'),
(735,187,'change_fixedpricebenefit','Can change Fixed price benefit'),
(736,187,'delete_fixedpricebenefit','Can delete Fixed price benefit'),
(737,187,'view_fixedpricebenefit','Can view Fixed price benefit'),
(738,188,'add_multibuydiscountbenefit','Can add Multibuy discount benefit'),
(739,188,'change_multibuydiscountbenefit','Can change Multibuy discount benefit'),
(740,188,'delete_multibuydiscountbenefit','Can delete Multibuy discount benefit'),
(741,188,'view_multibuydiscountbenefit','Can view Multibuy discount benefit'),
(742,189,'add_percentagediscountbenefit','Can add Percentage discount benefit'),
(743,189,'change_percentagediscountbenefit','Can change Percentage discount benefit'),
(744,189,'delete_percentagediscountbenefit','Can delete Percentage discount benefit'),
(745,189,'view_percentagediscountbenefit','Can view Percentage discount benefit'),
(746,190,'add_shippingbenefit','Can add shipping benefit'),
(747,190,'change_shippingbenefit','Can change shipping benefit'),
(748,190,'delete_shippingbenefit','Can delete shipping benefit'),
(749,190,'view_shippingbenefit','Can view shipping benefit'),
(750,191,'add_shippingabsolutediscountbenefit','Can add Shipping absolute discount benefit'),
(751,191,'change_shippingabsolutediscountbenefit','Can change Shipping absolute discount benefit'),
(752,191,'delete_shippingabsolutediscountbenefit','Can delete Shipping absolute discount benefit'),
(753,191,'view_shippingabsolutediscountbenefit','Can view Shipping absolute discount benefit'),
(754,192,'add_shippingfixedpricebenefit','Can add Fixed price shipping benefit'),
(755,192,'change_shippingfixedpricebenefit','Can change Fixed price shipping benefit'),
(756,192,'delete_shippingfixedpricebenefit','Can delete Fixed price shipping benefit'),
(757,192,'view_shippingfixedpricebenefit','Can view Fixed price shipping benefit'),
(758,193,'add_shippingpercentagediscountbenefit','Can add Shipping percentage discount benefit'),
(759,193,'change_shippingpercentagediscountbenefit','Can change Shipping percentage discount benefit'),
(760,193,'delete_shippingpercentagediscountbenefit','Can delete Shipping percentage discount benefit'),
(761,193,'view_shippingpercentagediscountbenefit','Can view Shipping percentage discount benefit'),
(762,194,'add_valuecondition','Can add Value condition'),
(763,194,'change_valuecondition','Can change Value condition'),
(764,194,'delete_valuecondition','Can delete Value condition'),
(765,194,'view_valuecondition','Can view Value condition'),
(766,195,'add_fixedunitdiscountbenefit','Can add Fixed unit discount benefit'),
(767,195,'change_fixedunitdiscountbenefit','Can change Fixed unit discount benefit'),
(768,195,'delete_fixedunitdiscountbenefit','Can delete Fixed unit discount benefit'),
(769,195,'view_fixedunitdiscountbenefit','Can view Fixed unit discount benefit'),
(770,196,'add_billingaddress','Can add Billing address'),
(771,196,'change_billingaddress','Can change Billing address'),
(772,196,'delete_billingaddress','Can delete Billing address'),
(773,196,'view_billingaddress','Can view Billing address'),
(774,197,'add_communicationevent','Can add Communication Event'),
(775,197,'change_communicationevent','Can change Communication Event'),
(776,197,'delete_communicationevent','Can delete Communication Event'),
(777,197,'view_communicationevent','Can view Communication Event'),
(778,198,'add_line','Can add Order Line'),
(779,198,'change_line','Can change Order Line'),
(780,198,'delete_line','Can delete Order Line'),
(781,198,'view_line','Can view Order Line'),
(782,199,'add_lineattribute','Can add Line Attribute'),
(783,199,'change_lineattribute','Can change Line Attribute'),
(784,199,'delete_lineattribute','Can delete Line Attribute'),
(785,199,'view_lineattribute','Can view Line Attribute'),
(786,200,'add_lineprice','Can add Line Price'),
(787,200,'change_lineprice','Can change Line Price'),
(788,200,'delete_lineprice','Can delete Line Price'),
(789,200,'view_lineprice','Can view Line Price'),
(790,201,'add_order','Can add Order'),
(791,201,'change_order','Can change Order'),
(792,201,'delete_order','Can delete Order'),
(793,201,'view_order','Can view Order'),
(794,202,'add_orderdiscount','Can add Order Discount'),
(795,202,'change_orderdiscount','Can change Order Discount'),
(796,202,'delete_orderdiscount','Can delete Order Discount'),
(797,202,'view_orderdiscount','Can view Order Discount'),
(798,203,'add_ordernote','Can add Order Note'),
(799,203,'change_ordernote','Can change Order Note'),
(800,203,'delete_ordernote','Can delete Order Note'),
(801,203,'view_ordernote','Can view Order Note'),
(802,204,'add_paymentevent','Can add Payment Event'),
(803,204,'change_paymentevent','Can change Payment Event'),
(804,204,'delete_paymentevent','Can delete Payment Event'),
(805,204,'view_paymentevent','Can view Payment Event'),
(806,205,'add_paymenteventquantity','Can add Payment Event Quantity'),
(807,205,'change_paymenteventquantity','Can change Payment Event Quantity'),
(808,205,'delete_paymenteventquantity','Can delete Payment Event Quantity'),
(809,205,'view_paymenteventquantity','Can view Payment Event Quantity'),
(810,206,'add_paymenteventtype','Can add Payment Event Type'),
(811,206,'change_paymenteventtype','Can change Payment Event Type'),
(812,206,'delete_paymenteventtype','Can delete Payment Event Type'),
(813,206,'view_paymenteventtype','Can view Payment Event Type'),
(814,207,'add_shippingaddress','Can add Shipping address'),
(815,207,'change_shippingaddress','Can change Shipping address'),
(816,207,'delete_shippingaddress','Can delete Shipping address'),
(817,207,'view_shippingaddress','Can view Shipping address'),
(818,208,'add_shippingevent','Can add Shipping Event'),
(819,208,'change_shippingevent','Can change Shipping Event'),
(820,208,'delete_shippingevent','Can delete Shipping Event'),
(821,208,'view_shippingevent','Can view Shipping Event'),
(822,209,'add_shippingeventquantity','Can add Shipping Event Quantity'),
(823,209,'change_shippingeventquantity','Can change Shipping Event Quantity'),
(824,209,'delete_shippingeventquantity','Can delete Shipping Event Quantity'),
(825,209,'view_shippingeventquantity','Can view Shipping Event Quantity'),
(826,210,'add_shippingeventtype','Can add Shipping Event Type'),
(827,210,'change_shippingeventtype','Can change Shipping Event Type'),
(828,210,'delete_shippingeventtype','Can delete Shipping Event Type'),
(829,210,'view_shippingeventtype','Can view Shipping Event Type'),
(830,211,'add_orderstatuschange','Can add Order Status Change'),
(831,211,'change_orderstatuschange','Can change Order Status Change'),
(832,211,'delete_orderstatuschange','Can delete Order Status Change'),
(833,211,'view_orderstatuschange','Can view Order Status Change'),
(834,212,'add_surcharge','Can add Surcharge'),
(835,212,'change_surcharge','Can change Surcharge'),
(836,212,'delete_surcharge','Can delete Surcharge'),
(837,212,'view_surcharge','Can view Surcharge'),
(838,213,'add_orderlinediscount','Can add Order line discount'),
(839,213,'change_orderlinediscount','Can change Order line discount'),
(840,213,'delete_orderlinediscount','Can delete Order line discount'),
(841,213,'view_orderlinediscount','Can view Order line discount'),
(842,214,'add_parcel','Can add parcel'),
(843,214,'change_parcel','Can change parcel'),
(844,214,'delete_parcel','Can delete parcel'),
(845,214,'view_parcel','Can view parcel'),
(846,215,'add_consent','Can add consent'),
(847,215,'change_consent','Can change consent'),
(848,215,'delete_consent','Can delete consent'),
(849,215,'view_consent','Can view consent'),
(850,216,'add_pickup','Can add parcel to fetch'),
(851,216,'change_pickup','Can change parcel to fetch'),
(852,216,'delete_pickup','Can delete parcel to fetch'),
(853,216,'view_pickup','Can view parcel to fetch'),
(854,114,'add_feerate','Can add commission rate'),
(855,114,'change_feerate','Can change commission rate'),
(856,114,'delete_feerate','Can delete commission rate'),
(857,114,'view_feerate','Can view commission rate'),
(858,217,'add_payoutaccount','Can add bank account of a producer'),
(859,217,'change_payoutaccount','Can change bank account of a producer'),
(860,217,'delete_payoutaccount','Can delete bank account of a producer'),
(861,217,'view_payoutaccount','Can view bank account of a producer'),
(862,218,'add_payoutbatch','Can add payout batch'),
(863,218,'change_payoutbatch','Can change payout batch'),
(864,218,'delete_payoutbatch','Can delete payout batch'),
(865,218,'view_payoutbatch','Can view payout batch'),
(866,219,'add_payout','Can add payout'),
(867,219,'change_payout','Can change payout'),
(868,219,'delete_payout','Can delete payout'),
(869,219,'view_payout','Can view payout'),
(870,220,'add_payoutline','Can add line of a payout'),
(871,220,'change_payoutline','Can change line of a payout'),
(872,220,'delete_payoutline','Can delete line of a payout'),
(873,220,'view_payoutline','Can view line of a payout'),
(874,116,'add_taxrate','Can add withholding rate'),
(875,116,'change_taxrate','Can change withholding rate'),
(876,116,'delete_taxrate','Can delete withholding rate'),
(877,116,'view_taxrate','Can view withholding rate'),
(878,221,'add_complaint','Can add complaint'),
(879,221,'change_complaint','Can change complaint'),
(880,221,'delete_complaint','Can delete complaint'),
(881,221,'view_complaint','Can view complaint'),
(882,222,'add_entry','Can add entry'),
(883,222,'change_entry','Can change entry'),
(884,222,'delete_entry','Can delete entry'),
(885,222,'view_entry','Can view entry'),
(886,223,'add_evidence','Can add evidence'),
(887,223,'change_evidence','Can change evidence'),
(888,223,'delete_evidence','Can delete evidence'),
(889,223,'view_evidence','Can view evidence'),
(890,224,'add_datarequest','Can add personal-data request'),
(891,224,'change_datarequest','Can change personal-data request'),
(892,224,'delete_datarequest','Can delete personal-data request'),
(893,224,'view_datarequest','Can view personal-data request'),
(894,225,'add_invitationrefusal','Can add invitation refusal'),
(895,225,'change_invitationrefusal','Can change invitation refusal'),
(896,225,'delete_invitationrefusal','Can delete invitation refusal'),
(897,225,'view_invitationrefusal','Can view invitation refusal'),
(898,226,'add_invitation','Can add invitation'),
(899,226,'change_invitation','Can change invitation'),
(900,226,'delete_invitation','Can delete invitation'),
(901,226,'view_invitation','Can view invitation'),
(902,227,'add_linereview','Can add line review'),
(903,227,'change_linereview','Can change line review'),
(904,227,'delete_linereview','Can delete line review'),
(905,227,'view_linereview','Can view line review'),
(906,228,'add_return','Can add return'),
(907,228,'change_return','Can change return'),
(908,228,'delete_return','Can delete return'),
(909,228,'view_return','Can view return'),
(910,229,'add_returnline','Can add return line'),
(911,229,'change_returnline','Can change return line'),
(912,229,'delete_returnline','Can delete return line'),
(913,229,'view_returnline','Can view return line'),
(914,230,'add_returnpicture','Can add return picture'),
(915,230,'change_returnpicture','Can change return picture'),
(916,230,'delete_returnpicture','Can delete return picture'),
(917,230,'view_returnpicture','Can view return picture'),
(918,115,'add_returnrule','Can add rule of return'),
(919,115,'change_returnrule','Can change rule of return'),
(920,115,'delete_returnrule','Can delete rule of return'),
(921,115,'view_returnrule','Can view rule of return'),
(922,231,'add_cancellation','Can add cancellation'),
(923,231,'change_cancellation','Can change cancellation'),
(924,231,'delete_cancellation','Can delete cancellation'),
(925,231,'view_cancellation','Can view cancellation'),
(926,232,'add_faileddelivery','Can add failed delivery'),
(927,232,'change_faileddelivery','Can change failed delivery'),
(928,232,'delete_faileddelivery','Can delete failed delivery'),
(929,232,'view_faileddelivery','Can view failed delivery'),
(930,233,'add_invoicerequest','Can add invoice request'),
(931,233,'change_invoicerequest','Can change invoice request'),
(932,233,'delete_invoicerequest','Can delete invoice request'),
(933,233,'view_invoicerequest','Can view invoice request'),
(934,234,'add_productalert','Can add Product alert'),
(935,234,'change_productalert','Can change Product alert'),
(936,234,'delete_productalert','Can delete Product alert'),
(937,234,'view_productalert','Can view Product alert'),
(938,235,'add_voucher','Can add Voucher'),
(939,235,'change_voucher','Can change Voucher'),
(940,235,'delete_voucher','Can delete Voucher'),
(941,235,'view_voucher','Can view Voucher'),
(942,236,'add_voucherapplication','Can add Voucher Application'),
(943,236,'change_voucherapplication','Can change Voucher Application'),
(944,236,'delete_voucherapplication','Can delete Voucher Application'),
(945,236,'view_voucherapplication','Can view Voucher Application'),
(946,237,'add_voucherset','Can add VoucherSet'),
(947,237,'change_voucherset','Can change VoucherSet'),
(948,237,'delete_voucherset','Can delete VoucherSet'),
(949,237,'view_voucherset','Can view VoucherSet'),
(950,238,'add_line','Can add Wish list line'),
(951,238,'change_line','Can change Wish list line'),
(952,238,'delete_line','Can delete Wish list line'),
(953,238,'view_line','Can view Wish list line'),
(954,239,'add_wishlist','Can add Wish List'),
(955,239,'change_wishlist','Can change Wish List'),
(956,239,'delete_wishlist','Can delete Wish List'),
(957,239,'view_wishlist','Can view Wish List'),
(958,240,'add_wishlistsharedemail','Can add Wish list shared email'),
(959,240,'change_wishlistsharedemail','Can change Wish list shared email'),
(960,240,'delete_wishlistsharedemail','Can delete Wish list shared email'),
(961,240,'view_wishlistsharedemail','Can view Wish list shared email');
INSERT INTO "auth_group" VALUES
(1,'Moderators'),
(2,'Editors'),
(3,'All Oscar Dashboard Permissions');
INSERT INTO "wagtailcore_collection" VALUES
(1,'0001',1,0,'Root');
INSERT INTO "wagtailcore_groupcollectionpermission" VALUES
(1,1,2,109),
(2,1,1,109),
(3,1,2,110),
(4,1,1,110),
(5,1,2,113),
(6,1,1,113),
(7,1,2,114),
(8,1,1,114),
(9,1,2,115),
(10,1,1,115),
(11,1,2,117),
(12,1,1,117);
INSERT INTO "wagtailcore_site" VALUES
(1,'localhost',80,1,2,'');
INSERT INTO "wagtailcore_task" VALUES
(1,'Moderators approval',1,2);
INSERT INTO "wagtailcore_workflow" VALUES
(1,'Moderators approval',1);
INSERT INTO "wagtailcore_groupapprovaltask" VALUES
(1);
INSERT INTO "wagtailcore_workflowpage" VALUES
(1,1);
INSERT INTO "wagtailcore_workflowtask" VALUES
(1,0,1,1);
INSERT INTO "wagtailcore_groupapprovaltask_groups" VALUES
(1,1,1);
INSERT INTO "wagtailcore_locale" VALUES
(1,'vi');
INSERT INTO "wagtailcore_page" VALUES
(1,'0001',1,1,'Root','root',1,0,'/','',0,'',NULL,NULL,0,1,NULL,0,NULL,NULL,NULL,NULL,'Root',NULL,NULL,1,'71e4d0da495a44caa7d932559d313e9f',NULL,NULL),
(2,'00010001',2,0,'Welcome to your new Wagtail site!','home',1,0,'/home/','',0,'',NULL,NULL,0,1,NULL,0,NULL,NULL,NULL,NULL,'Welcome to your new Wagtail site!',NULL,NULL,1,'924ada851b7d4ccea26164d75339f055',NULL,NULL);
INSERT INTO "wagtailcore_grouppagepermission" VALUES
(1,1,1,69),
(2,1,1,70),
(3,1,1,75),
(4,2,1,69),
(5,2,1,70),
(6,1,1,74),
(7,1,1,76);
INSERT INTO "office_holiday" VALUES
(1,'2026-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(2,'2026-02-16','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(3,'2026-02-17','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(4,'2026-02-18','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(5,'2026-02-19','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(6,'2026-02-20','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(7,'2026-04-26','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(8,'2026-04-27','Nghỉ bù Giỗ Tổ Hùng Vương',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(9,'2026-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(10,'2026-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(11,'2026-09-01','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(12,'2026-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(13,'2027-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(14,'2027-02-05','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(15,'2027-02-06','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(16,'2027-02-07','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(17,'2027-02-08','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(18,'2027-02-09','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(19,'2027-02-10','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(20,'2027-02-11','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(21,'2027-04-16','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(22,'2027-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(23,'2027-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(24,'2027-05-03','Nghỉ bù Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(25,'2027-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(26,'2027-09-03','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(27,'2028-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(28,'2028-01-03','Nghỉ bù Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(29,'2028-01-25','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(30,'2028-01-26','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(31,'2028-01-27','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(32,'2028-01-28','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(33,'2028-01-29','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(34,'2028-01-31','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(35,'2028-04-04','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(36,'2028-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(37,'2028-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(38,'2028-05-02','Nghỉ bù Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(39,'2028-09-01','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(40,'2028-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(41,'2028-09-04','Nghỉ bù Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(42,'2025-01-27','Tết Nguyên đán (28 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(43,'2025-01-28','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(44,'2025-01-29','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(45,'2025-01-30','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(46,'2025-01-31','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; thông báo nghỉ lễ, Tết hằng năm'),
(47,'2029-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(48,'2029-02-12','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(49,'2029-02-13','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(50,'2029-02-14','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(51,'2029-02-15','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(52,'2029-02-16','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(53,'2029-04-23','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(54,'2029-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(55,'2029-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(56,'2029-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(57,'2029-09-03','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(58,'2029-09-04','Nghỉ bù Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(59,'2030-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(60,'2030-02-01','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(61,'2030-02-02','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(62,'2030-02-03','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(63,'2030-02-04','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(64,'2030-02-05','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(65,'2030-02-06','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(66,'2030-02-07','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(67,'2030-04-12','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(68,'2030-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(69,'2030-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(70,'2030-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(71,'2030-09-03','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(72,'2031-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(73,'2031-01-22','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(74,'2031-01-23','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(75,'2031-01-24','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(76,'2031-01-25','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(77,'2031-01-26','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(78,'2031-01-27','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(79,'2031-01-28','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(80,'2031-04-01','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(81,'2031-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(82,'2031-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(83,'2031-09-01','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(84,'2031-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(85,'2032-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(86,'2032-02-10','Tết Nguyên đán (29 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(87,'2032-02-11','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(88,'2032-02-12','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(89,'2032-02-13','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(90,'2032-02-14','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(91,'2032-02-16','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(92,'2032-04-19','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(93,'2032-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(94,'2032-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(95,'2032-05-03','Nghỉ bù Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(96,'2032-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(97,'2032-09-03','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(98,'2033-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(99,'2033-01-03','Nghỉ bù Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(100,'2033-01-30','Tết Nguyên đán (30 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(101,'2033-01-31','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(102,'2033-02-01','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(103,'2033-02-02','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(104,'2033-02-03','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(105,'2033-02-04','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(106,'2033-04-09','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(107,'2033-04-11','Nghỉ bù Giỗ Tổ Hùng Vương',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(108,'2033-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(109,'2033-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(110,'2033-05-02','Nghỉ bù Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(111,'2033-05-03','Nghỉ bù Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(112,'2033-09-01','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(113,'2033-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(114,'2034-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(115,'2034-01-02','Nghỉ bù Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(116,'2034-02-18','Tết Nguyên đán (30 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(117,'2034-02-19','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(118,'2034-02-20','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(119,'2034-02-21','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(120,'2034-02-22','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(121,'2034-02-23','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(122,'2034-02-24','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(123,'2034-04-28','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(124,'2034-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(125,'2034-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(126,'2034-05-02','Nghỉ bù Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(127,'2034-09-01','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(128,'2034-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(129,'2034-09-04','Nghỉ bù Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)'),
(130,'2035-01-01','Tết Dương lịch',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(131,'2035-02-07','Tết Nguyên đán (30 tháng Chạp)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(132,'2035-02-08','Tết Nguyên đán (mồng 1)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(133,'2035-02-09','Tết Nguyên đán (mồng 2)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(134,'2035-02-10','Tết Nguyên đán (mồng 3)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(135,'2035-02-11','Tết Nguyên đán (mồng 4)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(136,'2035-02-12','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(137,'2035-02-13','Nghỉ bù Tết Nguyên đán',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(138,'2035-04-17','Giỗ Tổ Hùng Vương (10/3 âm lịch)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(139,'2035-04-30','Ngày Chiến thắng',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(140,'2035-05-01','Ngày Quốc tế lao động',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(141,'2035-09-02','Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112'),
(142,'2035-09-03','Quốc khánh (ngày liền kề)',1,'Bộ luật Lao động 45/2019/QH14, Điều 112; dự kiến, chờ thông báo của năm'),
(143,'2035-09-04','Nghỉ bù Quốc khánh',1,'Bộ luật Lao động 45/2019/QH14, Điều 112, khoản 3 Điều 111 (nghỉ bù)');
INSERT INTO "office_clock" VALUES
(1,'orders.kept',10,'years','Luật Kế toán 88/2015/QH13, Điều 41; Nghị định 174/2016/NĐ-CP, Điều 13','2017-01-01',NULL),
(2,'complaint.seller',3,'working','Quy chế hoạt động của sàn, theo Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15','2024-07-01',NULL),
(3,'complaint.reaction',7,'working','Quy chế hoạt động của sàn, theo Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15','2024-07-01',NULL),
(4,'complaint.platform',5,'working','Quy chế hoạt động của sàn, theo Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15','2024-07-01',NULL),
(5,'complaint.trade',15,'working','Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15 (cơ quan quản lý nhà nước về bảo vệ người tiêu dùng)','2024-07-01',NULL),
(6,'complaint.inspection',10,'working','Quy chế hoạt động của sàn; kiểm tra nhãn OCOP theo Quyết định 148/QĐ-TTg','2024-07-01',NULL),
(7,'complaint.reopen',30,'days','Quy chế hoạt động của sàn, theo Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15','2024-07-01',NULL),
(8,'outlet.report',15,'days','Quy ước của trang: 15 ngày sau kỳ sáu tháng; thời hạn theo văn bản của Bộ Công Thương chưa đối chiếu','2019-04-16',NULL),
(9,'data.answer',2,'working','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(10,'data.view',10,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(11,'data.copy',10,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(12,'data.correct',10,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(13,'data.erase',10,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(14,'data.withdraw',15,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(15,'data.restrict',15,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(16,'data.object',15,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(17,'data.processor',20,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL),
(18,'data.extension',15,'days','Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP','2026-01-01',NULL);
INSERT INTO "outlets_standard" VALUES
(1,'920','Tiêu chí điểm bán theo Quyết định 920/QĐ-BCT','Quyết định 920/QĐ-BCT ngày 16/04/2019','2019-04-16','2020-12-31','Ghi tóm tắt; phần cơ sở vật chất, nhân sự và báo cáo cần đối chiếu với văn bản gốc.'),
(2,'950','Tiêu chí điểm bán theo Quyết định 950/QĐ-BCT','Quyết định 950/QĐ-BCT ngày 18/04/2023','2023-04-18','2025-12-31','Ghi tóm tắt; phần cơ sở vật chất, nhân sự và báo cáo cần đối chiếu với văn bản gốc.');
INSERT INTO "outlets_target" VALUES
(1,'each_area','',1,NULL,'Quyết định 900/QĐ-UBND ngày 27/03/2019 của UBND tỉnh Hà Tĩnh','2019-03-27',NULL),
(2,'province','centre',1,2,'Quyết định 900/QĐ-UBND ngày 27/03/2019 của UBND tỉnh Hà Tĩnh','2019-03-27',NULL),
(3,'outside','',1,NULL,'Quyết định 900/QĐ-UBND ngày 27/03/2019 của UBND tỉnh Hà Tĩnh','2019-03-27',NULL);
INSERT INTO "outlets_criterion" VALUES
(1,'location',1,1,1,NULL,NULL,'Mục II.1 (đọc trên trogiupluat.vn)','Giao thông thuận tiện, đông người qua lại, có khách du lịch hoặc dân cư tập trung'),
(2,'location',1,2,1,NULL,NULL,'Mục II.1 (đọc trên trogiupluat.vn)','Đặt tại một trong các nơi: cửa hàng ở nhà ga, sân bay, bến xe, bến tàu; trạm, điểm dừng nghỉ trên cao tốc, quốc lộ; trung tâm thương mại, siêu thị, chợ; cửa hàng trong khu du lịch, nhà hàng, khách sạn; làng nghề truyền thống; trung tâm dịch vụ thương mại cấp huyện, cấp xã, điểm công nghiệp; trung tâm hội chợ, triển lãm, giới thiệu sản phẩm'),
(3,'goods',1,3,1,NULL,NULL,'Mục II.2 (phần liệt kê chưa đọc được)','Hàng bảo đảm chất lượng, an toàn thực phẩm và có nguồn gốc rõ ràng theo quy định'),
(4,'goods',1,4,1,NULL,NULL,'Mục II.2 (phần liệt kê chưa đọc được)','Có sản phẩm OCOP từ 3 sao, sản phẩm chủ lực của tỉnh, công nghiệp nông thôn tiêu biểu hoặc đặc sản địa phương'),
(5,'facilities',1,5,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Có biển hiệu OCOP, kệ trưng bày, đủ ánh sáng, niêm yết giá từng mặt hàng'),
(6,'facilities',0,6,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Nhận thanh toán không dùng tiền mặt (mã QR hoặc thẻ)'),
(7,'facilities',0,7,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Có chỗ đỗ xe hoặc gần bãi đỗ xe'),
(8,'staff',1,8,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Nhân viên hiểu sản phẩm và giới thiệu được cho khách'),
(9,'staff',1,9,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Mở cửa đúng giờ đã niêm yết'),
(10,'staff',1,10,1,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Cam kết báo cáo kết quả hoạt động cho Sở Công Thương'),
(11,'location',1,1,2,NULL,NULL,'Tiêu chí về vị trí (theo langngheviet.com.vn, baohatinh.vn)','Giao thông thuận tiện, đông người qua lại, có khách du lịch hoặc dân cư tập trung'),
(12,'location',1,2,2,NULL,NULL,'Tiêu chí về vị trí (theo langngheviet.com.vn, baohatinh.vn)','Đặt tại một trong các nơi: cửa hàng ở nhà ga, sân bay, bến xe, bến tàu; trạm, điểm dừng nghỉ trên cao tốc, quốc lộ; trung tâm thương mại, siêu thị, chợ; cửa hàng trong khu du lịch, nhà hàng, khách sạn; làng nghề, làng nghề truyền thống; trung tâm dịch vụ thương mại cấp huyện, xã, khu, cụm công nghiệp; trung tâm hội chợ, triển lãm, giới thiệu sản phẩm; bưu cục, bưu điện văn hóa xã'),
(13,'goods',1,3,2,NULL,NULL,'Tiêu chí về sản phẩm (theo langngheviet.com.vn, kythuatchonghanggia.vn)','Hàng đáp ứng nhu cầu, thị hiếu của người tiêu dùng; bảo đảm chất lượng, an toàn cho sức khỏe và môi trường theo pháp luật'),
(14,'goods',1,4,2,NULL,NULL,'Tiêu chí về sản phẩm (theo langngheviet.com.vn, kythuatchonghanggia.vn)','Hàng thuộc một trong các nhóm: OCOP từ 3 sao; sản phẩm chủ lực của tỉnh; sản phẩm công nghiệp nông thôn hoặc nông nghiệp nông thôn tiêu biểu; đặc trưng, đặc sản, sản phẩm tiềm năng, lợi thế của địa phương'),
(15,'facilities',1,5,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Có biển hiệu OCOP, kệ trưng bày, đủ ánh sáng, niêm yết giá từng mặt hàng'),
(16,'facilities',0,6,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Nhận thanh toán không dùng tiền mặt (mã QR hoặc thẻ)'),
(17,'facilities',0,7,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Có chỗ đỗ xe hoặc gần bãi đỗ xe'),
(18,'staff',1,8,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Nhân viên hiểu sản phẩm và giới thiệu được cho khách'),
(19,'staff',1,9,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Mở cửa đúng giờ đã niêm yết'),
(20,'staff',1,10,2,NULL,NULL,'Theo thông lệ; chưa đọc được điều khoản trong quyết định','Cam kết báo cáo kết quả hoạt động cho Sở Công Thương');
INSERT INTO "returning_returnrule" VALUES
(1,'','','damaged',168,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP',0),
(2,'','','spoiled',168,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP',0),
(3,'','','wrong_item',168,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP',0),
(4,'','','not_as_described',720,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP: thông tin sai hoặc thiếu, thường dẫn là 30 ngày',0),
(5,'','','changed_mind',0,0,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(6,'','craft','changed_mind',168,0,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(7,'','cosmetics','changed_mind',168,0,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(8,'','service','damaged',0,1,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(9,'','service','spoiled',0,1,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(10,'','service','wrong_item',0,1,'2024-07-01',NULL,'Quy định đổi trả của sàn',1),
(11,'rau-cu-qua','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(12,'rau-cu-qua','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(13,'rau-cu-qua','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(14,'thit-thuy-san-tuoi','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(15,'thit-thuy-san-tuoi','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(16,'thit-thuy-san-tuoi','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(17,'do-an-nhanh','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(18,'do-an-nhanh','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(19,'do-an-nhanh','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(20,'1048-01','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(21,'1048-01','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(22,'1048-01','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(23,'1048-02','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(24,'1048-02','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(25,'1048-02','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(26,'1048-05','','damaged',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(27,'1048-05','','spoiled',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0),
(28,'1048-05','','wrong_item',48,1,'2024-07-01',NULL,'Luật Bảo vệ quyền lợi người tiêu dùng 19/2023/QH15; Nghị định 55/2024/NĐ-CP; Quy định đổi trả của sàn: hàng tươi sống',0);
INSERT INTO "settling_taxrate" VALUES
(1,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','household','goods',100,50),
(2,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','household','services',500,200),
(3,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','household','transport',300,150),
(4,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','group','goods',100,50),
(5,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','group','services',500,200),
(6,'2025-07-01',NULL,'Nghị định 117/2025/NĐ-CP','group','transport',300,150);
INSERT INTO "django_site" VALUES
(1,'example.com','example.com');
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model");
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id");
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id");
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id");
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename");
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id");
CREATE UNIQUE INDEX "accounts_user_groups_user_id_group_id_59c0b32f_uniq" ON "accounts_user_groups" ("user_id", "group_id");
CREATE INDEX "accounts_user_groups_user_id_52b62117" ON "accounts_user_groups" ("user_id");
CREATE INDEX "accounts_user_groups_group_id_bd11a704" ON "accounts_user_groups" ("group_id");
CREATE UNIQUE INDEX "accounts_user_user_permissions_user_id_permission_id_2ab516c2_uniq" ON "accounts_user_user_permissions" ("user_id", "permission_id");
CREATE INDEX "accounts_user_user_permissions_user_id_e4f0a161" ON "accounts_user_user_permissions" ("user_id");
CREATE INDEX "accounts_user_user_permissions_permission_id_113bb443" ON "accounts_user_user_permissions" ("permission_id");
CREATE INDEX "account_emailconfirmation_email_address_id_5b7f8c58" ON "account_emailconfirmation" ("email_address_id");
CREATE UNIQUE INDEX "account_emailaddress_user_id_email_987c8728_uniq" ON "account_emailaddress" ("user_id", "email");
CREATE UNIQUE INDEX "unique_verified_email" ON "account_emailaddress" ("email") WHERE "verified";
CREATE INDEX "account_emailaddress_user_id_2c513194" ON "account_emailaddress" ("user_id");
CREATE INDEX "account_emailaddress_email_03be32b2" ON "account_emailaddress" ("email");
CREATE UNIQUE INDEX "unique_primary_email" ON "account_emailaddress" ("user_id", "primary") WHERE "primary";
CREATE INDEX "address_country_display_order_dc88cde8" ON "address_country" ("display_order");
CREATE INDEX "address_country_is_shipping_country_f7b6c461" ON "address_country" ("is_shipping_country");
CREATE INDEX "address_country_printable_name_450b016c" ON "address_country" ("printable_name");
CREATE UNIQUE INDEX "address_useraddress_user_id_hash_9d1738c7_uniq" ON "address_useraddress" ("user_id", "hash");
CREATE INDEX "address_useraddress_hash_e0a6b290" ON "address_useraddress" ("hash");
CREATE INDEX "address_useraddress_country_id_fa26a249" ON "address_useraddress" ("country_id");
CREATE INDEX "address_useraddress_user_id_6edf0244" ON "address_useraddress" ("user_id");
CREATE INDEX "django_admin_log_content_type_id_c4bce8eb" ON "django_admin_log" ("content_type_id");
CREATE INDEX "django_admin_log_user_id_c564eba6" ON "django_admin_log" ("user_id");
CREATE UNIQUE INDEX "catalogue_productcategory_product_id_category_id_8f0dbfe2_uniq" ON "catalogue_productcategory" ("product_id", "category_id");
CREATE INDEX "catalogue_productattribute_code_9ffea293" ON "catalogue_productattribute" ("code");
CREATE INDEX "catalogue_productattribute_option_group_id_6b422dc2" ON "catalogue_productattribute" ("option_group_id");
CREATE INDEX "catalogue_productcategory_category_id_176db535" ON "catalogue_productcategory" ("category_id");
CREATE INDEX "catalogue_productcategory_product_id_846a4061" ON "catalogue_productcategory" ("product_id");
CREATE UNIQUE INDEX "catalogue_productclass_options_productclass_id_option_id_2266c635_uniq" ON "catalogue_productclass_options" ("productclass_id", "option_id");
CREATE INDEX "catalogue_productclass_options_productclass_id_732df4c8" ON "catalogue_productclass_options" ("productclass_id");
CREATE INDEX "catalogue_productclass_options_option_id_b099542c" ON "catalogue_productclass_options" ("option_id");
CREATE INDEX "catalogue_productattribute_product_class_id_7af808ec" ON "catalogue_productattribute" ("product_class_id");
CREATE UNIQUE INDEX "catalogue_product_product_options_product_id_option_id_9b3abb31_uniq" ON "catalogue_product_product_options" ("product_id", "option_id");
CREATE INDEX "catalogue_product_product_options_product_id_ad2b46bd" ON "catalogue_product_product_options" ("product_id");
CREATE INDEX "catalogue_product_product_options_option_id_ff470e13" ON "catalogue_product_product_options" ("option_id");
CREATE INDEX "alerting_contact_phone_239d70b0" ON "alerting_contact" ("phone");
CREATE INDEX "analytics_userrecord_num_orders_b352ffd1" ON "analytics_userrecord" ("num_orders");
CREATE INDEX "analytics_userrecord_num_order_lines_97cc087f" ON "analytics_userrecord" ("num_order_lines");
CREATE INDEX "analytics_userrecord_num_order_items_fb2a8304" ON "analytics_userrecord" ("num_order_items");
CREATE INDEX "analytics_usersearch_query_ad36478b" ON "analytics_usersearch" ("query");
CREATE INDEX "analytics_usersearch_user_id_1775992d" ON "analytics_usersearch" ("user_id");
CREATE INDEX "analytics_userproductview_product_id_a55b87ad" ON "analytics_userproductview" ("product_id");
CREATE INDEX "analytics_userproductview_user_id_5e49a8b1" ON "analytics_userproductview" ("user_id");
CREATE INDEX "analytics_productrecord_num_purchases_405301a0" ON "analytics_productrecord" ("num_purchases");
CREATE INDEX "basket_basket_owner_id_3a018de5" ON "basket_basket" ("owner_id");
CREATE UNIQUE INDEX "order_shippingeventquantity_event_id_line_id_91687107_uniq" ON "order_shippingeventquantity" ("event_id", "line_id");
CREATE INDEX "order_orderdiscount_offer_name_706d6119" ON "order_orderdiscount" ("offer_name");
CREATE INDEX "order_orderdiscount_voucher_code_6ee4f360" ON "order_orderdiscount" ("voucher_code");
CREATE INDEX "order_orderdiscount_order_id_bc91e123" ON "order_orderdiscount" ("order_id");
CREATE INDEX "order_ordernote_order_id_7d97583d" ON "order_ordernote" ("order_id");
CREATE INDEX "order_ordernote_user_id_48d7a672" ON "order_ordernote" ("user_id");
CREATE INDEX "order_paymenteventquantity_event_id_a540165a" ON "order_paymenteventquantity" ("event_id");
CREATE INDEX "order_paymenteventquantity_line_id_df44b021" ON "order_paymenteventquantity" ("line_id");
CREATE INDEX "order_shippingeventquantity_event_id_1c7fb9c7" ON "order_shippingeventquantity" ("event_id");
CREATE INDEX "order_shippingeventquantity_line_id_3b089ee0" ON "order_shippingeventquantity" ("line_id");
CREATE UNIQUE INDEX "order_paymenteventquantity_event_id_line_id_765c5209_uniq" ON "order_paymenteventquantity" ("event_id", "line_id");
CREATE INDEX "order_lineprice_line_id_2de52446" ON "order_lineprice" ("line_id");
CREATE INDEX "order_lineprice_order_id_66792e56" ON "order_lineprice" ("order_id");
CREATE UNIQUE INDEX "offer_rangeproduct_range_id_product_id_c46b1be8_uniq" ON "offer_rangeproduct" ("range_id", "product_id");
CREATE UNIQUE INDEX "offer_range_classes_range_id_productclass_id_28eeefae_uniq" ON "offer_range_classes" ("range_id", "productclass_id");
CREATE INDEX "offer_range_classes_range_id_7d3e573e" ON "offer_range_classes" ("range_id");
CREATE INDEX "offer_range_classes_productclass_id_6f6de46d" ON "offer_range_classes" ("productclass_id");
CREATE UNIQUE INDEX "offer_range_excluded_products_range_id_product_id_eb1cfe87_uniq" ON "offer_range_excluded_products" ("range_id", "product_id");
CREATE INDEX "offer_range_excluded_products_range_id_cce4a032" ON "offer_range_excluded_products" ("range_id");
CREATE INDEX "offer_range_excluded_products_product_id_78c49bfc" ON "offer_range_excluded_products" ("product_id");
CREATE UNIQUE INDEX "offer_range_included_categories_range_id_category_id_a661d336_uniq" ON "offer_range_included_categories" ("range_id", "category_id");
CREATE INDEX "offer_range_included_categories_range_id_1b616138" ON "offer_range_included_categories" ("range_id");
CREATE INDEX "offer_range_included_categories_category_id_c61569a5" ON "offer_range_included_categories" ("category_id");
CREATE INDEX "offer_rangeproduct_product_id_723b3ea3" ON "offer_rangeproduct" ("product_id");
CREATE INDEX "offer_rangeproduct_range_id_ee358495" ON "offer_rangeproduct" ("range_id");
CREATE UNIQUE INDEX "voucher_voucher_offers_voucher_id_conditionaloffer_id_01628a7f_uniq" ON "voucher_voucher_offers" ("voucher_id", "conditionaloffer_id");
CREATE INDEX "voucher_voucher_offers_voucher_id_7f9c575d" ON "voucher_voucher_offers" ("voucher_id");
CREATE INDEX "voucher_voucher_offers_conditionaloffer_id_f9682bfb" ON "voucher_voucher_offers" ("conditionaloffer_id");
CREATE UNIQUE INDEX "basket_basket_vouchers_basket_id_voucher_id_0731eee2_uniq" ON "basket_basket_vouchers" ("basket_id", "voucher_id");
CREATE INDEX "basket_basket_vouchers_basket_id_f857c2f8" ON "basket_basket_vouchers" ("basket_id");
CREATE INDEX "basket_basket_vouchers_voucher_id_c2b66981" ON "basket_basket_vouchers" ("voucher_id");
CREATE UNIQUE INDEX "basket_line_basket_id_line_reference_8977e974_uniq" ON "basket_line" ("basket_id", "line_reference");
CREATE INDEX "basket_line_line_reference_08e91113" ON "basket_line" ("line_reference");
CREATE INDEX "basket_line_date_created_eb0dfb1b" ON "basket_line" ("date_created");
CREATE INDEX "basket_line_basket_id_b615c905" ON "basket_line" ("basket_id");
CREATE INDEX "basket_line_product_id_303d743e" ON "basket_line" ("product_id");
CREATE INDEX "basket_line_stockrecord_id_7039d8a4" ON "basket_line" ("stockrecord_id");
CREATE INDEX "basket_line_date_updated_a74d069d" ON "basket_line" ("date_updated");
CREATE INDEX "basket_lineattribute_line_id_c41e0cdf" ON "basket_lineattribute" ("line_id");
CREATE INDEX "basket_lineattribute_option_id_9387a3f7" ON "basket_lineattribute" ("option_id");
CREATE UNIQUE INDEX "partner_partner_users_partner_id_user_id_9e5c0517_uniq" ON "partner_partner_users" ("partner_id", "user_id");
CREATE INDEX "partner_partner_users_partner_id_1883dfd9" ON "partner_partner_users" ("partner_id");
CREATE INDEX "partner_partner_users_user_id_d75d6e40" ON "partner_partner_users" ("user_id");
CREATE INDEX "partner_stockalert_stockrecord_id_68ad503a" ON "partner_stockalert" ("stockrecord_id");
CREATE INDEX "partner_stockalert_date_created_832cf043" ON "partner_stockalert" ("date_created");
CREATE INDEX "partner_partneraddress_country_id_02c4f979" ON "partner_partneraddress" ("country_id");
CREATE INDEX "partner_partneraddress_partner_id_59551b0a" ON "partner_partneraddress" ("partner_id");
CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id");
CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id");
CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id");
CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id");
CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id");
CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id");
CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id");
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id");
CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port");
CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname");
CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id");
CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id");
CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id");
CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id");
CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id");
CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id");
CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id");
CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id");
CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id");
CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id");
CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug");
CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id");
CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id");
CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at");
CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id");
CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id");
CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id");
CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id");
CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id");
CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id");
CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id");
CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id");
CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id");
CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id");
CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id");
CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id");
CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id");
CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id");
CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash");
CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id");
CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id");
CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id");
CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id");
CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id");
CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id");
CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id");
CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id");
CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes');
CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id");
CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id");
CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id");
CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id");
CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id");
CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id");
CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id");
CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action");
CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp");
CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed");
CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id");
CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id");
CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id");
CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id");
CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action");
CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp");
CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed");
CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id");
CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id");
CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id");
CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id");
CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id");
CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id");
CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id");
CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at");
CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at");
CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id");
CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id");
CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id");
CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id");
CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id");
CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id");
CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id");
CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id");
CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id");
CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id");
CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id");
CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id");
CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id");
CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC);
CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC);
CREATE INDEX "wagtailcore_apitoken_user_id_49b1141b" ON "wagtailcore_apitoken" ("user_id");
CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id");
CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id");
CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id");
CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id");
CREATE UNIQUE INDEX "catalogue_productattributevalue_value_multi_option_productattributevalue_id_attributeoption_id_a1760824_uniq" ON "catalogue_productattributevalue_value_multi_option" ("productattributevalue_id", "attributeoption_id");
CREATE INDEX "catalogue_productattributevalue_value_multi_option_productattributevalue_id_9c7c031e" ON "catalogue_productattributevalue_value_multi_option" ("productattributevalue_id");
CREATE INDEX "catalogue_productattributevalue_value_multi_option_attributeoption_id_962b600b" ON "catalogue_productattributevalue_value_multi_option" ("attributeoption_id");
CREATE UNIQUE INDEX "catalogue_productrecommendation_primary_id_recommendation_id_da1fdf43_uniq" ON "catalogue_productrecommendation" ("primary_id", "recommendation_id");
CREATE INDEX "catalogue_productrecommendation_primary_id_6e51a55c" ON "catalogue_productrecommendation" ("primary_id");
CREATE INDEX "catalogue_productrecommendation_recommendation_id_daf8ae95" ON "catalogue_productrecommendation" ("recommendation_id");
CREATE INDEX "catalogue_productrecommendation_ranking_e7a0f7fd" ON "catalogue_productrecommendation" ("ranking");
CREATE INDEX "catalogue_option_name_7b84926d" ON "catalogue_option" ("name");
CREATE UNIQUE INDEX "catalogue_productattributevalue_attribute_id_product_id_1e8e7112_uniq" ON "catalogue_productattributevalue" ("attribute_id", "product_id");
CREATE INDEX "catalogue_productattributevalue_value_integer_55fbb7d6" ON "catalogue_productattributevalue" ("value_integer");
CREATE INDEX "catalogue_productattributevalue_value_float_5ef8d3db" ON "catalogue_productattributevalue" ("value_float");
CREATE INDEX "catalogue_productattributevalue_value_date_d18775c1" ON "catalogue_productattributevalue" ("value_date");
CREATE INDEX "catalogue_productattributevalue_attribute_id_0287c1e7" ON "catalogue_productattributevalue" ("attribute_id");
CREATE INDEX "catalogue_productattributevalue_entity_content_type_id_f7186ab5" ON "catalogue_productattributevalue" ("entity_content_type_id");
CREATE INDEX "catalogue_productattributevalue_product_id_a03cd90e" ON "catalogue_productattributevalue" ("product_id");
CREATE INDEX "catalogue_productattributevalue_value_option_id_21026066" ON "catalogue_productattributevalue" ("value_option_id");
CREATE INDEX "catalogue_productattributevalue_value_datetime_b474ac38" ON "catalogue_productattributevalue" ("value_datetime");
CREATE INDEX "catalogue_productattributevalue_value_boolean_c5b0d66a" ON "catalogue_productattributevalue" ("value_boolean");
CREATE UNIQUE INDEX "catalogue_productattribute_code_product_class_id_82f69012_uniq" ON "catalogue_productattribute" ("code", "product_class_id");
CREATE INDEX "catalogue_option_option_group_id_2fd86269" ON "catalogue_option" ("option_group_id");
CREATE INDEX "catalogue_option_order_d4ee348f" ON "catalogue_option" ("order");
CREATE UNIQUE INDEX "catalogue_attributeoption_group_id_option_7a8f6c11_uniq" ON "catalogue_attributeoption" ("group_id", "option");
CREATE INDEX "catalogue_attributeoption_group_id_3d4a5e24" ON "catalogue_attributeoption" ("group_id");
CREATE INDEX "catalogue_productimage_display_order_9fa741ac" ON "catalogue_productimage" ("display_order");
CREATE INDEX "catalogue_productimage_product_id_49474fe8" ON "catalogue_productimage" ("product_id");
CREATE INDEX "catalogue_category_name_1f342ac2" ON "catalogue_category" ("name");
CREATE INDEX "catalogue_category_slug_9635febd" ON "catalogue_category" ("slug");
CREATE INDEX "catalogue_category_ancestors_are_public_d088d0db" ON "catalogue_category" ("ancestors_are_public");
CREATE INDEX "catalogue_category_is_public_ab0536be" ON "catalogue_category" ("is_public");
CREATE INDEX "catalogue_category_exclude_from_menu_898e8583" ON "catalogue_category" ("exclude_from_menu");
CREATE INDEX "catalogue_picture_created_at_787c409c" ON "catalogue_picture" ("created_at");
CREATE INDEX "catalogue_picture_file_hash_76bf3461" ON "catalogue_picture" ("file_hash");
CREATE INDEX "catalogue_picture_collection_id_d17c1df2" ON "catalogue_picture" ("collection_id");
CREATE INDEX "catalogue_picture_uploaded_by_user_id_db470f74" ON "catalogue_picture" ("uploaded_by_user_id");
CREATE INDEX "catalogue_productgroup_generation_id_a486d033" ON "catalogue_productgroup" ("generation_id");
CREATE UNIQUE INDEX "catalogue_productgroup_successors_from_productgroup_id_to_productgroup_id_916bfdfe_uniq" ON "catalogue_productgroup_successors" ("from_productgroup_id", "to_productgroup_id");
CREATE INDEX "catalogue_productgroup_successors_from_productgroup_id_b4866c31" ON "catalogue_productgroup_successors" ("from_productgroup_id");
CREATE INDEX "catalogue_productgroup_successors_to_productgroup_id_847d30dd" ON "catalogue_productgroup_successors" ("to_productgroup_id");
CREATE INDEX "catalogue_productpicture_picture_id_2268073f" ON "catalogue_productpicture" ("picture_id");
CREATE INDEX "catalogue_productpicture_product_id_4ffb9b20" ON "catalogue_productpicture" ("product_id");
CREATE INDEX "catalogue_picturerendition_filter_spec_af48be4a" ON "catalogue_picturerendition" ("filter_spec");
CREATE INDEX "catalogue_picturerendition_image_id_fb132345" ON "catalogue_picturerendition" ("image_id");
CREATE INDEX "partner_area_folded_65eec618" ON "partner_area" ("folded");
CREATE INDEX "partner_province_folded_fb561961" ON "partner_province" ("folded");
CREATE INDEX "partner_partner_name_caa0c2ee" ON "partner_partner" ("name");
CREATE INDEX "partner_partner_picture_id_c3656c88" ON "partner_partner" ("picture_id");
CREATE INDEX "partner_partner_commune_id_01fe356f" ON "partner_partner" ("commune_id");
CREATE INDEX "partner_commune_folded_a7830f3a" ON "partner_commune" ("folded");
CREATE INDEX "partner_commune_area_id_44c2d8b3" ON "partner_commune" ("area_id");
CREATE INDEX "partner_commune_province_id_7050334d" ON "partner_commune" ("province_id");
CREATE INDEX "partner_formercommune_folded_7768e16f" ON "partner_formercommune" ("folded");
CREATE INDEX "partner_formercommune_area_id_a613887e" ON "partner_formercommune" ("area_id");
CREATE INDEX "partner_formercommune_successor_id_89de309c" ON "partner_formercommune" ("successor_id");
CREATE INDEX "catalogue_product_slug_c8e2e2b9" ON "catalogue_product" ("slug");
CREATE INDEX "catalogue_product_date_created_d66f485a" ON "catalogue_product" ("date_created");
CREATE INDEX "catalogue_product_date_updated_d3a1785d" ON "catalogue_product" ("date_updated");
CREATE INDEX "catalogue_product_product_class_id_0c6c5b54" ON "catalogue_product" ("product_class_id");
CREATE INDEX "catalogue_product_is_public_1cf798c5" ON "catalogue_product" ("is_public");
CREATE INDEX "catalogue_product_priority_983a8f56" ON "catalogue_product" ("priority");
CREATE INDEX "catalogue_product_legal_class_b1ea131c" ON "catalogue_product" ("legal_class");
CREATE INDEX "catalogue_product_price_bf9475a1" ON "catalogue_product" ("price");
CREATE INDEX "catalogue_product_producer_id_312ae37b" ON "catalogue_product" ("producer_id");
CREATE INDEX "catalogue_product_group_id_8feb0da5" ON "catalogue_product" ("group_id");
CREATE INDEX "catalogue_product_stage_0eb32a1e" ON "catalogue_product" ("stage");
CREATE INDEX "catalogue_product_parent_id_9bfd2382" ON "catalogue_product" ("parent_id");
CREATE INDEX "product_newest" ON "catalogue_product" ("is_public", "structure", "stars_from" DESC);
CREATE INDEX "cms_homepage_picture_id_e763da5f" ON "cms_homepage" ("picture_id");
CREATE UNIQUE INDEX "cms_homepage_producers_homepage_id_partner_id_ffcbe69f_uniq" ON "cms_homepage_producers" ("homepage_id", "partner_id");
CREATE INDEX "cms_homepage_producers_homepage_id_c9a9c0f7" ON "cms_homepage_producers" ("homepage_id");
CREATE INDEX "cms_homepage_producers_partner_id_9b33d0f2" ON "cms_homepage_producers" ("partner_id");
CREATE INDEX "order_communicationevent_event_type_id_4bc9ee29" ON "order_communicationevent" ("event_type_id");
CREATE INDEX "order_communicationevent_order_id_94e784ac" ON "order_communicationevent" ("order_id");
CREATE INDEX "order_communicationevent_date_created_ce404d62" ON "order_communicationevent" ("date_created");
CREATE INDEX "order_orderstatuschange_order_id_43efdbe5" ON "order_orderstatuschange" ("order_id");
CREATE INDEX "order_orderstatuschange_date_created_a5107b93" ON "order_orderstatuschange" ("date_created");
CREATE INDEX "order_paymentevent_event_type_id_568c7161" ON "order_paymentevent" ("event_type_id");
CREATE INDEX "order_paymentevent_order_id_395b3e82" ON "order_paymentevent" ("order_id");
CREATE INDEX "order_paymentevent_shipping_event_id_213dcfb8" ON "order_paymentevent" ("shipping_event_id");
CREATE INDEX "order_paymentevent_date_created_05d8c079" ON "order_paymentevent" ("date_created");
CREATE INDEX "order_shippingevent_event_type_id_9f1efb20" ON "order_shippingevent" ("event_type_id");
CREATE INDEX "order_shippingevent_order_id_8c031fb6" ON "order_shippingevent" ("order_id");
CREATE INDEX "order_shippingevent_date_created_74c4a6fa" ON "order_shippingevent" ("date_created");
CREATE INDEX "customer_email_user_id_a69ad588" ON "communication_email" ("user_id");
CREATE INDEX "customer_notification_recipient_id_d99de5c8" ON "communication_notification" ("recipient_id");
CREATE INDEX "customer_notification_sender_id_affa1632" ON "communication_notification" ("sender_id");
CREATE INDEX "customer_notification_date_sent_9b6baeda" ON "communication_notification" ("date_sent");
CREATE INDEX "communication_communicationeventtype_name_45761eb9" ON "communication_communicationeventtype" ("name");
CREATE INDEX "office_job_kind_192b87_idx" ON "office_job" ("kind", "due_at");
CREATE INDEX "office_notice_user_id_62d5c27c" ON "office_notice" ("user_id");
CREATE INDEX "office_noti_user_id_c0813e_idx" ON "office_notice" ("user_id", "read_at");
CREATE INDEX "office_stagemove_by_id_d4c5ed22" ON "office_stagemove" ("by_id");
CREATE INDEX "office_stagemove_content_type_id_1f406374" ON "office_stagemove" ("content_type_id");
CREATE INDEX "office_stag_content_b98a28_idx" ON "office_stagemove" ("content_type_id", "object_id");
CREATE INDEX "office_paper_sha256_801e2a66" ON "office_paper" ("sha256");
CREATE INDEX "office_paper_by_id_ccff0a56" ON "office_paper" ("by_id");
CREATE INDEX "office_access_about_61f5535f" ON "office_access" ("about");
CREATE INDEX "office_access_at_9f649125" ON "office_access" ("at");
CREATE INDEX "office_access_by_id_c44b56dc" ON "office_access" ("by_id");
CREATE UNIQUE INDEX "partner_stockrecord_partner_id_partner_sku_8441e010_uniq" ON "partner_stockrecord" ("partner_id", "partner_sku");
CREATE INDEX "partner_stockrecord_date_updated_e6ae5f14" ON "partner_stockrecord" ("date_updated");
CREATE INDEX "partner_stockrecord_partner_id_4155a586" ON "partner_stockrecord" ("partner_id");
CREATE INDEX "partner_stockrecord_product_id_62fd9e45" ON "partner_stockrecord" ("product_id");
CREATE INDEX "partner_stockrecord_place_id_d3fe1c52" ON "partner_stockrecord" ("place_id");
CREATE UNIQUE INDEX "stock_once_in_the_own_store" ON "partner_stockrecord" ("product_id") WHERE "place_id" IS NULL;
CREATE INDEX "partner_hold_record_id_0e877120" ON "partner_hold" ("record_id");
CREATE INDEX "hold_temporary_of_record" ON "partner_hold" ("record_id", "until") WHERE "state" = 'temporary';
CREATE INDEX "partner_stockplace_producer_id_b629cba5" ON "partner_stockplace" ("producer_id");
CREATE INDEX "order_surcharge_order_id_5c0a94f5" ON "order_surcharge" ("order_id");
CREATE INDEX "order_lineattribute_line_id_adf6dd87" ON "order_lineattribute" ("line_id");
CREATE INDEX "order_lineattribute_option_id_b54d597c" ON "order_lineattribute" ("option_id");
CREATE INDEX "order_orderlinediscount_line_id_88fbcd4a" ON "order_orderlinediscount" ("line_id");
CREATE INDEX "order_orderlinediscount_order_discount_id_b9dfa715" ON "order_orderlinediscount" ("order_discount_id");
CREATE INDEX "order_billingaddress_country_id_17f57dca" ON "order_billingaddress" ("country_id");
CREATE INDEX "order_shippingaddress_country_id_29abf9a0" ON "order_shippingaddress" ("country_id");
CREATE INDEX "order_line_order_id_b9148391" ON "order_line" ("order_id");
CREATE INDEX "order_line_partner_id_258a2fb9" ON "order_line" ("partner_id");
CREATE INDEX "order_line_product_id_e620902d" ON "order_line" ("product_id");
CREATE INDEX "order_line_stockrecord_id_1d65aff5" ON "order_line" ("stockrecord_id");
CREATE INDEX "order_line_parcel_id_192ad755" ON "order_line" ("parcel_id");
CREATE INDEX "order_consent_user_id_78ee762d" ON "order_consent" ("user_id");
CREATE INDEX "order_consent_order_id_095fef19" ON "order_consent" ("order_id");
CREATE UNIQUE INDEX "one_running_consent_without_an_order" ON "order_consent" ("user_id", "kind") WHERE ("order_id" IS NULL AND "withdrawn_at" IS NULL);
CREATE INDEX "complaints_entry_by_id_2c1dd3f8" ON "complaints_entry" ("by_id");
CREATE INDEX "complaints_entry_complaint_id_34004144" ON "complaints_entry" ("complaint_id");
CREATE INDEX "complaints_evidence_complaint_id_45482388" ON "complaints_evidence" ("complaint_id");
CREATE INDEX "complaints_evidence_entry_id_d7e866f6" ON "complaints_evidence" ("entry_id");
CREATE INDEX "complaints_complaint_stage_c57acc65" ON "complaints_complaint" ("stage");
CREATE INDEX "complaints_complaint_phone_88e38dbf" ON "complaints_complaint" ("phone");
CREATE INDEX "complaints_complaint_parcel_id_5b0ca5af" ON "complaints_complaint" ("parcel_id");
CREATE INDEX "complaints_complaint_producer_id_973c4fb3" ON "complaints_complaint" ("producer_id");
CREATE INDEX "complaints_complaint_product_id_170d2c47" ON "complaints_complaint" ("product_id");
CREATE INDEX "complaints_complaint_user_id_fbe61a45" ON "complaints_complaint" ("user_id");
CREATE INDEX "complaints__stage_f381e0_idx" ON "complaints_complaint" ("stage", "due_on");
CREATE UNIQUE INDEX "reviews_vote_user_id_review_id_bb858939_uniq" ON "reviews_vote" ("user_id", "review_id");
CREATE INDEX "reviews_vote_review_id_371b2d8d" ON "reviews_vote" ("review_id");
CREATE INDEX "reviews_vote_user_id_5fb87b53" ON "reviews_vote" ("user_id");
CREATE INDEX "django_flatpage_url_41612362" ON "django_flatpage" ("url");
CREATE UNIQUE INDEX "django_flatpage_sites_flatpage_id_site_id_0d29d9d1_uniq" ON "django_flatpage_sites" ("flatpage_id", "site_id");
CREATE INDEX "django_flatpage_sites_flatpage_id_078bbc8b" ON "django_flatpage_sites" ("flatpage_id");
CREATE INDEX "django_flatpage_sites_site_id_bfd8ea84" ON "django_flatpage_sites" ("site_id");
CREATE INDEX "customer_productalert_email_e5f35f45" ON "customer_productalert" ("email");
CREATE INDEX "customer_productalert_key_a26f3bdc" ON "customer_productalert" ("key");
CREATE INDEX "customer_productalert_product_id_7e529a41" ON "customer_productalert" ("product_id");
CREATE INDEX "customer_productalert_user_id_677ad6d6" ON "customer_productalert" ("user_id");
CREATE INDEX "customer_productalert_date_created_00622b1c" ON "customer_productalert" ("date_created");
CREATE INDEX "customer_account_claim_user_id_b7412e26" ON "customer_account_claim" ("user_id");
CREATE UNIQUE INDEX "one_default_address" ON "customer_account_savedaddress" ("user_id") WHERE "is_default";
CREATE INDEX "customer_account_savedaddress_commune_id_41bec4f3" ON "customer_account_savedaddress" ("commune_id");
CREATE INDEX "customer_account_savedaddress_user_id_93d15abe" ON "customer_account_savedaddress" ("user_id");
CREATE INDEX "ledger_entry_about_0a41e772" ON "ledger_entry" ("about");
CREATE INDEX "ledger_entry_at_6d84b228" ON "ledger_entry" ("at");
CREATE INDEX "ledger_entry_by_id_42356b69" ON "ledger_entry" ("by_id");
CREATE INDEX "ledger_row_account_id_dc3c6d71" ON "ledger_row" ("account_id");
CREATE INDEX "ledger_row_entry_id_38601af7" ON "ledger_row" ("entry_id");
CREATE INDEX "ledger_row_account_about" ON "ledger_row" ("account_id", "about");
CREATE INDEX "mfa_authenticator_user_id_0c3a50c0" ON "mfa_authenticator" ("user_id");
CREATE UNIQUE INDEX "unique_authenticator_type" ON "mfa_authenticator" ("user_id", "type") WHERE "type" IN ('totp', 'recovery_codes');
CREATE INDEX "offer_benefit_range_id_ab19c5ab" ON "offer_benefit" ("range_id");
CREATE INDEX "offer_condition_range_id_b023a2aa" ON "offer_condition" ("range_id");
CREATE UNIQUE INDEX "offer_conditionaloffer_combinations_from_conditionaloffer_id_to_conditionaloffer_id_2e3e9ffe_uniq" ON "offer_conditionaloffer_combinations" ("from_conditionaloffer_id", "to_conditionaloffer_id");
CREATE INDEX "offer_conditionaloffer_combinations_from_conditionaloffer_id_85c3bd9f" ON "offer_conditionaloffer_combinations" ("from_conditionaloffer_id");
CREATE INDEX "offer_conditionaloffer_combinations_to_conditionaloffer_id_ae993478" ON "offer_conditionaloffer_combinations" ("to_conditionaloffer_id");
CREATE INDEX "offer_rangeproductfileupload_date_uploaded_f0a4f9ae" ON "offer_rangeproductfileupload" ("date_uploaded");
CREATE INDEX "offer_rangeproductfileupload_range_id_c055ebf8" ON "offer_rangeproductfileupload" ("range_id");
CREATE INDEX "offer_rangeproductfileupload_uploaded_by_id_c01a3250" ON "offer_rangeproductfileupload" ("uploaded_by_id");
CREATE UNIQUE INDEX "offer_range_excluded_categories_range_id_category_id_2f84ef27_uniq" ON "offer_range_excluded_categories" ("range_id", "category_id");
CREATE INDEX "offer_range_excluded_categories_range_id_6346945d" ON "offer_range_excluded_categories" ("range_id");
CREATE INDEX "offer_range_excluded_categories_category_id_c16fd4f7" ON "offer_range_excluded_categories" ("category_id");
CREATE INDEX "offer_conditionaloffer_priority_4c2fc582" ON "offer_conditionaloffer" ("priority");
CREATE INDEX "offer_conditionaloffer_benefit_id_f43f68b5" ON "offer_conditionaloffer" ("benefit_id");
CREATE INDEX "offer_conditionaloffer_condition_id_e6baa945" ON "offer_conditionaloffer" ("condition_id");
CREATE INDEX "outlets_operator_stage_74766b32" ON "outlets_operator" ("stage");
CREATE INDEX "outlets_operator_commune_id_110b359f" ON "outlets_operator" ("commune_id");
CREATE INDEX "outlets_operator_licence_paper_id_2fbe051a" ON "outlets_operator" ("licence_paper_id");
CREATE UNIQUE INDEX "outlets_operator_users_operator_id_user_id_390b968c_uniq" ON "outlets_operator_users" ("operator_id", "user_id");
CREATE INDEX "outlets_operator_users_operator_id_7410cbdf" ON "outlets_operator_users" ("operator_id");
CREATE INDEX "outlets_operator_users_user_id_f58eceb9" ON "outlets_operator_users" ("user_id");
CREATE INDEX "outlets_keeping_user_id_1b40ed33" ON "outlets_keeping" ("user_id");
CREATE INDEX "outlets_keeping_outlet_id_02784e4b" ON "outlets_keeping" ("outlet_id");
CREATE INDEX "outlets_hourschange_by_id_73021082" ON "outlets_hourschange" ("by_id");
CREATE INDEX "outlets_hourschange_outlet_id_513c26aa" ON "outlets_hourschange" ("outlet_id");
CREATE INDEX "outlets_confirmationask_keeper_id_25bef8cd" ON "outlets_confirmationask" ("keeper_id");
CREATE INDEX "outlets_confirmationask_outlet_id_9783e25f" ON "outlets_confirmationask" ("outlet_id");
CREATE UNIQUE INDEX "outlets_answer_papers_answer_id_paper_id_c69676cf_uniq" ON "outlets_answer_papers" ("answer_id", "paper_id");
CREATE INDEX "outlets_answer_papers_answer_id_c3da9ffe" ON "outlets_answer_papers" ("answer_id");
CREATE INDEX "outlets_answer_papers_paper_id_5d7294bc" ON "outlets_answer_papers" ("paper_id");
CREATE INDEX "outlets_verification_by_id_b1c5a1bd" ON "outlets_verification" ("by_id");
CREATE INDEX "outlets_verification_outlet_id_d1b29540" ON "outlets_verification" ("outlet_id");
CREATE INDEX "outlets_note_stage_74aa72b7" ON "outlets_note" ("stage");
CREATE INDEX "outlets_note_by_id_819d5eb0" ON "outlets_note" ("by_id");
CREATE INDEX "outlets_note_consignment_id_506b94bb" ON "outlets_note" ("consignment_id");
CREATE INDEX "note_of_consignment" ON "outlets_note" ("consignment_id", "kind", "day");
CREATE INDEX "outlets_noteline_note_id_f213bb95" ON "outlets_noteline" ("note_id");
CREATE INDEX "outlets_noteline_product_id_3525e497" ON "outlets_noteline" ("product_id");
CREATE INDEX "outlets_itinerary_stage_cdfe6e3c" ON "outlets_itinerary" ("stage");
CREATE INDEX "outlets_itinerary_picture_id_616fa2e9" ON "outlets_itinerary" ("picture_id");
CREATE INDEX "outlets_itinerary_operator_id_05c30f53" ON "outlets_itinerary" ("operator_id");
CREATE INDEX "outlets_groupcode_made_by_id_081284aa" ON "outlets_groupcode" ("made_by_id");
CREATE INDEX "outlets_groupcode_itinerary_id_8a202298" ON "outlets_groupcode" ("itinerary_id");
CREATE INDEX "outlets_groupcode_operator_id_fb5bc0a6" ON "outlets_groupcode" ("operator_id");
CREATE INDEX "outlets_outlet_stage_2325e723" ON "outlets_outlet" ("stage");
CREATE INDEX "outlets_outlet_commune_id_ad1c1f18" ON "outlets_outlet" ("commune_id");
CREATE INDEX "outlets_outlet_picture_id_f48ed5c1" ON "outlets_outlet" ("picture_id");
CREATE INDEX "outlets_outlet_producer_id_b5348f74" ON "outlets_outlet" ("producer_id");
CREATE INDEX "outlets_outlet_verified_by_id_fa37aecf" ON "outlets_outlet" ("verified_by_id");
CREATE INDEX "outlet_by_place" ON "outlets_outlet" ("latitude", "longitude");
CREATE INDEX "outlets_openspan_outlet_id_2a2f7179" ON "outlets_openspan" ("outlet_id");
CREATE INDEX "open_span_of_outlet" ON "outlets_openspan" ("outlet_id", "closes_at", "opens_at");
CREATE INDEX "open_span_by_time" ON "outlets_openspan" ("opens_at", "closes_at");
CREATE INDEX "outlets_networkreport_by_id_05ed1ebf" ON "outlets_networkreport" ("by_id");
CREATE INDEX "outlets_networkreport_outlet_id_8ec87049" ON "outlets_networkreport" ("outlet_id");
CREATE INDEX "outlets_mistake_stage_a32bb66e" ON "outlets_mistake" ("stage");
CREATE INDEX "outlets_mistake_answered_by_id_4153e9cc" ON "outlets_mistake" ("answered_by_id");
CREATE INDEX "outlets_mistake_outlet_id_a0e6ab3f" ON "outlets_mistake" ("outlet_id");
CREATE INDEX "outlets_marketyear_outlet_id_e1047b49" ON "outlets_marketyear" ("outlet_id");
CREATE UNIQUE INDEX "keeper_once_per_outlet" ON "outlets_keeping" ("outlet_id", "user_id") WHERE "until" IS NULL;
CREATE INDEX "outlets_credit_by_id_4092681f" ON "outlets_credit" ("by_id");
CREATE INDEX "outlets_credit_group_id_cd1b6057" ON "outlets_credit" ("group_id");
CREATE INDEX "outlets_credit_outlet_id_63522c93" ON "outlets_credit" ("outlet_id");
CREATE INDEX "outlets_consignment_stage_19c4e792" ON "outlets_consignment" ("stage");
CREATE INDEX "outlets_consignment_offered_by_id_30fa6744" ON "outlets_consignment" ("offered_by_id");
CREATE INDEX "outlets_consignment_producer_id_0f75a86b" ON "outlets_consignment" ("producer_id");
CREATE INDEX "outlets_consignment_outlet_id_d18565b4" ON "outlets_consignment" ("outlet_id");
CREATE INDEX "outlets_calendarkey_made_by_id_5a5da085" ON "outlets_calendarkey" ("made_by_id");
CREATE INDEX "outlets_busy_producer_id_96fa75cf" ON "outlets_busy" ("producer_id");
CREATE INDEX "outlets_busy_outlet_id_73d1aefd" ON "outlets_busy" ("outlet_id");
CREATE INDEX "outlets_answer_criterion_id_51d094bc" ON "outlets_answer" ("criterion_id");
CREATE INDEX "outlets_answer_application_id_0b3f9e77" ON "outlets_answer" ("application_id");
CREATE INDEX "outlets_salesalert_told_id_4040c927" ON "outlets_salesalert" ("told_id");
CREATE UNIQUE INDEX "label_once_on_a_shelf" ON "outlets_shelfitem" ("outlet_id", "label") WHERE NOT ("label" = '');
CREATE INDEX "outlets_shelfitem_outlet_id_b8bcdb58" ON "outlets_shelfitem" ("outlet_id");
CREATE INDEX "outlets_shelfitem_product_id_b73cc976" ON "outlets_shelfitem" ("product_id");
CREATE INDEX "outlets_specialdays_by_id_590d175f" ON "outlets_specialdays" ("by_id");
CREATE INDEX "outlets_specialdays_outlet_id_fe68532d" ON "outlets_specialdays" ("outlet_id");
CREATE UNIQUE INDEX "one_running_application_per_outlet" ON "outlets_recognitionapplication" ("outlet_id") WHERE "stage" IN ('draft', 'submitted', 'visit_planned', 'visited');
CREATE INDEX "outlets_recognitionapplication_stage_db25f138" ON "outlets_recognitionapplication" ("stage");
CREATE INDEX "outlets_recognitionapplication_applicant_id_9c1947f5" ON "outlets_recognitionapplication" ("applicant_id");
CREATE INDEX "outlets_recognitionapplication_decided_by_id_55b3c541" ON "outlets_recognitionapplication" ("decided_by_id");
CREATE INDEX "outlets_recognitionapplication_outlet_id_9e52958e" ON "outlets_recognitionapplication" ("outlet_id");
CREATE INDEX "outlets_recognitionapplication_visitor_id_89cd5c25" ON "outlets_recognitionapplication" ("visitor_id");
CREATE INDEX "outlets_recognitionapplication_standard_id_fe4aec0a" ON "outlets_recognitionapplication" ("standard_id");
CREATE INDEX "outlets_stop_itinerary_id_386c27a2" ON "outlets_stop" ("itinerary_id");
CREATE INDEX "outlets_stop_outlet_id_86b33930" ON "outlets_stop" ("outlet_id");
CREATE INDEX "outlets_stop_producer_id_0a27ceab" ON "outlets_stop" ("producer_id");
CREATE INDEX "outlets_visit_stage_cf0d1eaa" ON "outlets_visit" ("stage");
CREATE INDEX "outlets_visit_itinerary_id_714c16a0" ON "outlets_visit" ("itinerary_id");
CREATE INDEX "outlets_visit_operator_id_f4e15ffc" ON "outlets_visit" ("operator_id");
CREATE INDEX "outlets_visit_outlet_id_87323af4" ON "outlets_visit" ("outlet_id");
CREATE INDEX "outlets_visit_producer_id_4317df38" ON "outlets_visit" ("producer_id");
CREATE INDEX "outlets_visit_stop_id_62a8e08a" ON "outlets_visit" ("stop_id");
CREATE INDEX "visit_of_outlet_by_day" ON "outlets_visit" ("outlet_id", "day");
CREATE INDEX "visit_of_producer_by_day" ON "outlets_visit" ("producer_id", "day");
CREATE INDEX "order_order_date_placed_506a9365" ON "order_order" ("date_placed");
CREATE INDEX "order_order_basket_id_8b0acbb2" ON "order_order" ("basket_id");
CREATE INDEX "order_order_billing_address_id_8fe537cf" ON "order_order" ("billing_address_id");
CREATE INDEX "order_order_shipping_address_id_57e64931" ON "order_order" ("shipping_address_id");
CREATE INDEX "order_order_site_id_e27f3526" ON "order_order" ("site_id");
CREATE INDEX "order_order_user_id_7cf9bc2b" ON "order_order" ("user_id");
CREATE INDEX "order_order_phone_b78cf9bb" ON "order_order" ("phone");
CREATE INDEX "order_order_group_code_463c400f" ON "order_order" ("group_code");
CREATE INDEX "order_pickup_keep_until_3d3c85d3" ON "order_pickup" ("keep_until");
CREATE INDEX "order_pickup_handed_over_by_id_575d2056" ON "order_pickup" ("handed_over_by_id");
CREATE INDEX "order_pickup_outlet_id_770f375f" ON "order_pickup" ("outlet_id");
CREATE INDEX "order_pickup_ready_by_id_a4968706" ON "order_pickup" ("ready_by_id");
CREATE INDEX "pick_up_at_outlet" ON "order_pickup" ("outlet_id", "ready_at");
CREATE INDEX "order_parcel_stage_6edf683a" ON "order_parcel" ("stage");
CREATE INDEX "order_parcel_order_id_0488d714" ON "order_parcel" ("order_id");
CREATE INDEX "order_parcel_producer_id_1d5e09c6" ON "order_parcel" ("producer_id");
CREATE INDEX "order_parcel_tracking_code_5882a168" ON "order_parcel" ("tracking_code");
CREATE UNIQUE INDEX "one_parcel_sent_per_producer" ON "order_parcel" ("order_id", "producer_id") WHERE NOT ("method" LIKE 'outlet:stock:%' ESCAPE '\');
CREATE INDEX "outlets_stoptext_stop_id_a7b462bc" ON "outlets_stoptext" ("stop_id");
CREATE INDEX "outlets_tourtext_itinerary_id_54499416" ON "outlets_tourtext" ("itinerary_id");
CREATE INDEX "outlets_criterion_standard_id_6ee8f999" ON "outlets_criterion" ("standard_id");
CREATE INDEX "outlets_criterion_compared_by_id_b718a916" ON "outlets_criterion" ("compared_by_id");
CREATE INDEX "payment_bankcard_user_id_08e1d04c" ON "payment_bankcard" ("user_id");
CREATE INDEX "payment_source_order_id_6b7f2215" ON "payment_source" ("order_id");
CREATE INDEX "payment_source_source_type_id_700828fe" ON "payment_source" ("source_type_id");
CREATE INDEX "payment_transaction_source_id_c5ac31e8" ON "payment_transaction" ("source_id");
CREATE INDEX "payment_transaction_date_created_f887f6bc" ON "payment_transaction" ("date_created");
CREATE INDEX "payment_sourcetype_name_a980e862" ON "payment_sourcetype" ("name");
CREATE INDEX "payment_remittanceline_remittance_id_d3e9a280" ON "payment_remittanceline" ("remittance_id");
CREATE INDEX "payment_statement_by_id_4d2ef1b2" ON "payment_statement" ("by_id");
CREATE INDEX "payment_due_state_2c6062f9" ON "payment_due" ("state");
CREATE INDEX "payment_due_content_type_id_5bb9bb1e" ON "payment_due" ("content_type_id");
CREATE INDEX "payment_due_state_8b761d_idx" ON "payment_due" ("state", "amount");
CREATE INDEX "payment_attempt_state_0c827752" ON "payment_attempt" ("state");
CREATE INDEX "payment_attempt_by_id_ab39d810" ON "payment_attempt" ("by_id");
CREATE INDEX "payment_attempt_due_id_adaeeef3" ON "payment_attempt" ("due_id");
CREATE UNIQUE INDEX "one_attempt_per_provider_reference" ON "payment_attempt" ("gateway", "provider_reference") WHERE NOT ("provider_reference" = '');
CREATE UNIQUE INDEX "one_live_attempt_per_due" ON "payment_attempt" ("due_id") WHERE "state" IN ('begun', 'under_way', 'waiting', 'promised', 'unknown');
CREATE INDEX "payment_remittance_by_id_0c8a235f" ON "payment_remittance" ("by_id");
CREATE INDEX "payment_settlement_attempt_id_8e9b6a3a" ON "payment_settlement" ("attempt_id");
CREATE INDEX "payment_settlement_due_id_df31cdf5" ON "payment_settlement" ("due_id");
CREATE INDEX "payment_refund_stage_bf5777f4" ON "payment_refund" ("stage");
CREATE INDEX "payment_refund_by_id_28afd9f2" ON "payment_refund" ("by_id");
CREATE INDEX "payment_refund_due_id_40ccd2aa" ON "payment_refund" ("due_id");
CREATE INDEX "payment_refund_settlement_id_bd021690" ON "payment_refund" ("settlement_id");
CREATE INDEX "payment_bankline_statement_id_8d439e3f" ON "payment_bankline" ("statement_id");
CREATE INDEX "payment_trouble_by_id_66170b08" ON "payment_trouble" ("by_id");
CREATE INDEX "payment_trouble_due_id_4ba33fae" ON "payment_trouble" ("due_id");
CREATE INDEX "payment_trouble_refund_id_18394a63" ON "payment_trouble" ("refund_id");
CREATE INDEX "payment_trouble_settlement_id_4a1db477" ON "payment_trouble" ("settlement_id");
CREATE INDEX "payment_tro_solved__e3cc71_idx" ON "payment_trouble" ("solved_at", "made_at");
CREATE INDEX "payment_callback_outcome_75204358" ON "payment_callback" ("outcome");
CREATE INDEX "payment_callback_repeats_id_09664dfa" ON "payment_callback" ("repeats_id");
CREATE INDEX "payment_cal_verifie_0f2c5d_idx" ON "payment_callback" ("verified", "received_at");
CREATE INDEX "payment_fee_refund_id_c9e65c31" ON "payment_fee" ("refund_id");
CREATE INDEX "payment_fee_settlement_id_e88106df" ON "payment_fee" ("settlement_id");
CREATE INDEX "personal_data_datarequest_stage_c0a1d1a6" ON "personal_data_datarequest" ("stage");
CREATE INDEX "personal_data_datarequest_user_id_876333bd" ON "personal_data_datarequest" ("user_id");
CREATE INDEX "personal_da_stage_91a682_idx" ON "personal_data_datarequest" ("stage", "do_by");
CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id");
CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id");
CREATE INDEX "programme_starchange_by_id_ef2b8a9a" ON "programme_starchange" ("by_id");
CREATE INDEX "programme_starchange_recognition_id_58a89871" ON "programme_starchange" ("recognition_id");
CREATE INDEX "programme_recognition_ends_on_f06f12d4" ON "programme_recognition" ("ends_on");
CREATE INDEX "programme_recognition_criteria_id_e9ab8196" ON "programme_recognition" ("criteria_id");
CREATE INDEX "programme_recognition_product_id_e842a5c3" ON "programme_recognition" ("product_id");
CREATE INDEX "programme_recognition_variant_id_c995c246" ON "programme_recognition" ("variant_id");
CREATE INDEX "programme_recognition_document_id_b19b1981" ON "programme_recognition" ("document_id");
CREATE INDEX "programme_recognition_ended_by_id_dded6a48" ON "programme_recognition" ("ended_by_id");
CREATE UNIQUE INDEX "one_recognition_per_decision_and_product" ON "programme_recognition" ("issuer", "decision_number", "decision_date", "product_id") WHERE "variant_id" IS NULL;
CREATE UNIQUE INDEX "one_recognition_per_decision_and_size" ON "programme_recognition" ("issuer", "decision_number", "decision_date", "product_id", "variant_id") WHERE "variant_id" IS NOT NULL;
CREATE UNIQUE INDEX "a_certificate_expires_once" ON "programme_starchange" ("recognition_id") WHERE "kind" = 'expire';
CREATE UNIQUE INDEX "reviews_productreview_product_id_user_id_c4fdc4cd_uniq" ON "reviews_productreview" ("product_id", "user_id");
CREATE INDEX "reviews_productreview_delta_votes_bd8ffc87" ON "reviews_productreview" ("delta_votes");
CREATE INDEX "reviews_productreview_product_id_52e52a32" ON "reviews_productreview" ("product_id");
CREATE INDEX "reviews_productreview_user_id_8acb5ddd" ON "reviews_productreview" ("user_id");
CREATE INDEX "reviews_productreview_replied_by_id_7cb581aa" ON "reviews_productreview" ("replied_by_id");
CREATE INDEX "returning_invitationrefusal_email_9a88273b" ON "returning_invitationrefusal" ("email");
CREATE INDEX "returning_returnpicture_paper_id_8bc0cec6" ON "returning_returnpicture" ("paper_id");
CREATE INDEX "returning_returnpicture_trade_return_id_af8bae45" ON "returning_returnpicture" ("trade_return_id");
CREATE INDEX "returning_cancellation_by_id_99317d31" ON "returning_cancellation" ("by_id");
CREATE INDEX "returning_faileddelivery_by_id_5fa5b82c" ON "returning_faileddelivery" ("by_id");
CREATE INDEX "returning_invoicerequest_stage_ca50df8d" ON "returning_invoicerequest" ("stage");
CREATE INDEX "returning_invoicerequest_by_id_d28c2226" ON "returning_invoicerequest" ("by_id");
CREATE INDEX "returning_invoicerequest_paper_id_56411864" ON "returning_invoicerequest" ("paper_id");
CREATE INDEX "returning_returnline_line_id_73c002cb" ON "returning_returnline" ("line_id");
CREATE INDEX "returning_returnline_trade_return_id_2ebe98ff" ON "returning_returnline" ("trade_return_id");
CREATE INDEX "returning_return_stage_33a1c0b4" ON "returning_return" ("stage");
CREATE INDEX "returning_return_by_id_97528252" ON "returning_return" ("by_id");
CREATE INDEX "returning_return_parcel_id_063b3ebe" ON "returning_return" ("parcel_id");
CREATE INDEX "returning_r_stage_f2aa92_idx" ON "returning_return" ("stage", "answer_by");
CREATE UNIQUE INDEX "one_return_of_a_form" ON "returning_return" ("parcel_id", "key") WHERE NOT ("key" = '');
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date");
CREATE UNIQUE INDEX "one_payout_account_in_use" ON "settling_payoutaccount" ("producer_id") WHERE "stage" IN ('waiting', 'checked');
CREATE INDEX "settling_payoutaccount_stage_46588b16" ON "settling_payoutaccount" ("stage");
CREATE INDEX "settling_payoutaccount_checked_by_id_6e88a1a4" ON "settling_payoutaccount" ("checked_by_id");
CREATE INDEX "settling_payoutaccount_entered_by_id_8c6c8744" ON "settling_payoutaccount" ("entered_by_id");
CREATE INDEX "settling_payoutaccount_producer_id_4837d706" ON "settling_payoutaccount" ("producer_id");
CREATE INDEX "settling_payoutbatch_stage_8dc1536e" ON "settling_payoutbatch" ("stage");
CREATE INDEX "settling_payoutbatch_approved_by_id_8cb64081" ON "settling_payoutbatch" ("approved_by_id");
CREATE INDEX "settling_payoutbatch_proposed_by_id_32d5bfe8" ON "settling_payoutbatch" ("proposed_by_id");
CREATE INDEX "settling_payout_stage_1f8fcf47" ON "settling_payout" ("stage");
CREATE INDEX "settling_payout_producer_id_1596abf4" ON "settling_payout" ("producer_id");
CREATE INDEX "settling_payout_account_id_e4836794" ON "settling_payout" ("account_id");
CREATE INDEX "settling_payout_batch_id_c1b6529d" ON "settling_payout" ("batch_id");
CREATE UNIQUE INDEX "one_open_payout_per_producer" ON "settling_payout" ("producer_id") WHERE "stage" IN ('proposed', 'approved');
CREATE INDEX "settling_payoutline_about_4d032fe7" ON "settling_payoutline" ("about");
CREATE INDEX "settling_payoutline_payout_id_9f68c989" ON "settling_payoutline" ("payout_id");
CREATE UNIQUE INDEX "shipping_orderanditemcharges_countries_orderanditemcharges_id_country_id_9f0c9c8f_uniq" ON "shipping_orderanditemcharges_countries" ("orderanditemcharges_id", "country_id");
CREATE INDEX "shipping_orderanditemcharges_countries_orderanditemcharges_id_bf5bfee9" ON "shipping_orderanditemcharges_countries" ("orderanditemcharges_id");
CREATE INDEX "shipping_orderanditemcharges_countries_country_id_30387f2e" ON "shipping_orderanditemcharges_countries" ("country_id");
CREATE UNIQUE INDEX "shipping_weightbased_countries_weightbased_id_country_id_de8c5e42_uniq" ON "shipping_weightbased_countries" ("weightbased_id", "country_id");
CREATE INDEX "shipping_weightbased_countries_weightbased_id_93e3132f" ON "shipping_weightbased_countries" ("weightbased_id");
CREATE INDEX "shipping_weightbased_countries_country_id_06117384" ON "shipping_weightbased_countries" ("country_id");
CREATE INDEX "shipping_weightband_method_id_b699a1ba" ON "shipping_weightband" ("method_id");
CREATE INDEX "shipping_weightband_upper_limit_9edc5097" ON "shipping_weightband" ("upper_limit");
CREATE INDEX "shipping_carrierevent_code_a2a9d194" ON "shipping_carrierevent" ("code");
CREATE UNIQUE INDEX "shipping_owndelivery_areas_owndelivery_id_area_id_9a8347c3_uniq" ON "shipping_owndelivery_areas" ("owndelivery_id", "area_id");
CREATE INDEX "shipping_owndelivery_areas_owndelivery_id_2f3cd983" ON "shipping_owndelivery_areas" ("owndelivery_id");
CREATE INDEX "shipping_owndelivery_areas_area_id_add0096f" ON "shipping_owndelivery_areas" ("area_id");
CREATE UNIQUE INDEX "shipping_owndelivery_communes_owndelivery_id_commune_id_d69a43d3_uniq" ON "shipping_owndelivery_communes" ("owndelivery_id", "commune_id");
CREATE INDEX "shipping_owndelivery_communes_owndelivery_id_15fba3df" ON "shipping_owndelivery_communes" ("owndelivery_id");
CREATE INDEX "shipping_owndelivery_communes_commune_id_52fb8ef3" ON "shipping_owndelivery_communes" ("commune_id");
CREATE INDEX "shipping_zonecommune_zone_id_6d41bc35" ON "shipping_zonecommune" ("zone_id");
CREATE INDEX "shipping_zoneprovince_zone_id_fd224e3b" ON "shipping_zoneprovince" ("zone_id");
CREATE INDEX "shipping_rate_reach_id_7a54bf13" ON "shipping_rate" ("reach_id");
CREATE INDEX "shipping_reach_method_id_271b7693" ON "shipping_reach" ("method_id");
CREATE INDEX "shipping_reach_zone_id_ce3f54f6" ON "shipping_reach" ("zone_id");
CREATE INDEX "usersessions_usersession_user_id_af5e0a6d" ON "usersessions_usersession" ("user_id");
CREATE INDEX "voucher_voucherapplication_order_id_30248a05" ON "voucher_voucherapplication" ("order_id");
CREATE INDEX "voucher_voucherapplication_user_id_df53a393" ON "voucher_voucherapplication" ("user_id");
CREATE INDEX "voucher_voucherapplication_voucher_id_5204edb7" ON "voucher_voucherapplication" ("voucher_id");
CREATE INDEX "voucher_voucherapplication_date_created_2d9acdaf" ON "voucher_voucherapplication" ("date_created");
CREATE INDEX "voucher_voucher_start_datetime_bfb7df84" ON "voucher_voucher" ("start_datetime");
CREATE INDEX "voucher_voucher_end_datetime_db182297" ON "voucher_voucher" ("end_datetime");
CREATE INDEX "voucher_voucher_date_created_f3081a03" ON "voucher_voucher" ("date_created");
CREATE INDEX "voucher_voucher_voucher_set_id_17b96a54" ON "voucher_voucher" ("voucher_set_id");
CREATE INDEX "voucher_voucherset_date_created_3dd68c8e" ON "voucher_voucherset" ("date_created");
CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id");
CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id");
CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id");
CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id");
CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id");
CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id");
CREATE INDEX "wagtailembeds_embed_cache_until_26c94bb0" ON "wagtailembeds_embed" ("cache_until");
CREATE INDEX "wagtailforms_formsubmission_page_id_e48e93e7" ON "wagtailforms_formsubmission" ("page_id");
CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key");
CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec");
CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id");
CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at");
CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id");
CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id");
CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash");
CREATE UNIQUE INDEX "wagtailredirects_redirect_old_path_site_id_783622d7_uniq" ON "wagtailredirects_redirect" ("old_path", "site_id");
CREATE INDEX "wagtailredirects_redirect_old_path_bb35247b" ON "wagtailredirects_redirect" ("old_path");
CREATE INDEX "wagtailredirects_redirect_redirect_page_id_b5728a8f" ON "wagtailredirects_redirect" ("redirect_page_id");
CREATE INDEX "wagtailredirects_redirect_site_id_780a0e1e" ON "wagtailredirects_redirect" ("site_id");
CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id");
CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id");
CREATE INDEX "wishlists_line_product_id_9d6d9b37" ON "wishlists_line" ("product_id");
CREATE INDEX "wishlists_line_wishlist_id_4cffe302" ON "wishlists_line" ("wishlist_id");
CREATE UNIQUE INDEX "wishlists_line_wishlist_id_product_id_78f04673_uniq" ON "wishlists_line" ("wishlist_id", "product_id");
CREATE INDEX "wishlists_wishlist_owner_id_d5464c62" ON "wishlists_wishlist" ("owner_id");
CREATE INDEX "wishlists_wishlist_date_created_c05d5e7f" ON "wishlists_wishlist" ("date_created");
CREATE INDEX "wishlists_wishlistsharedemail_wishlist_id_d7500842" ON "wishlists_wishlistsharedemail" ("wishlist_id");
CREATE TRIGGER ledger_entry_no_update BEFORE UPDATE ON ledger_entry
    BEGIN SELECT RAISE(ABORT, 'What is written in the ledger stays.'); END;
CREATE TRIGGER ledger_entry_no_delete BEFORE DELETE ON ledger_entry
    BEGIN SELECT RAISE(ABORT, 'What is written in the ledger stays.'); END;
CREATE TRIGGER ledger_row_no_update BEFORE UPDATE ON ledger_row
    BEGIN SELECT RAISE(ABORT, 'What is written in the ledger stays.'); END;
CREATE TRIGGER ledger_row_no_delete BEFORE DELETE ON ledger_row
    BEGIN SELECT RAISE(ABORT, 'What is written in the ledger stays.'); END;
CREATE TRIGGER outlets_note_facts_stay BEFORE UPDATE OF consignment_id, kind, number, key, day, at, by_id, by_outlet, text, amount, commission, reverses_id ON outlets_note
    BEGIN SELECT RAISE(ABORT, 'What a note says stays.'); END;
CREATE TRIGGER outlets_note_stays BEFORE DELETE ON outlets_note
    BEGIN SELECT RAISE(ABORT, 'What a note says stays.'); END;
CREATE TRIGGER outlets_noteline_same BEFORE UPDATE ON outlets_noteline
    BEGIN SELECT RAISE(ABORT, 'What a note says stays.'); END;
CREATE TRIGGER outlets_noteline_stays BEFORE DELETE ON outlets_noteline
    BEGIN SELECT RAISE(ABORT, 'What a note says stays.'); END;
CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END;
CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END;
CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END;
UPDATE django_migrations SET applied = strftime('%Y-%m-%d %H:%M:%f', 'now');
COMMIT;
